package io.exitbrain.topology.fast.intake;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.streams.KafkaClientSupplier;

/**
 * The clients of Streams, with a main consumer that keeps the order of a task's inputs. Streams itself must not wait for inputs
 * ({@code max.task.idle.ms=-1}), because consumer and Streams would wait for each other.
 */
public final class OrderedClientSupplier implements KafkaClientSupplier {

    private final KafkaClientSupplier clients;
    private final Inputs inputs;

    /** The reader of a batched topic takes the records from {@link RecordBatch#in}. */
    public OrderedClientSupplier(KafkaClientSupplier clients, Inputs inputs) {
        this.clients = clients;
        this.inputs = inputs;
    }

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        return clients.getAdmin(config);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return clients.getProducer(config);
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return OrderedConsumer.over(clients.getConsumer(config), maxPollRecords(config), inputs);
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return clients.getRestoreConsumer(config);
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return clients.getGlobalConsumer(config);
    }

    private static int maxPollRecords(Map<String, Object> config) {
        return Integer.parseInt(
                config.getOrDefault(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, ConsumerConfig.DEFAULT_MAX_POLL_RECORDS)
                        .toString());
    }
}
