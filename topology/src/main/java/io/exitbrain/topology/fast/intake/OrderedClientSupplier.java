package io.exitbrain.topology.fast.intake;

import io.exitbrain.topology.context.DelegatingClients;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.KafkaClientSupplier;

/**
 * The clients of Streams, with a main consumer that keeps the order of a task's inputs. Streams itself must not wait for inputs
 * ({@code max.task.idle.ms=-1}), because consumer and Streams would wait for each other.
 */
public final class OrderedClientSupplier extends DelegatingClients {

    private final Inputs inputs;

    /** The reader of a batched topic takes the records from {@link RecordBatch#in}. */
    public OrderedClientSupplier(KafkaClientSupplier clients, Inputs inputs) {
        super(clients);
        this.inputs = inputs;
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return OrderedConsumer.over(super.getConsumer(config), maxPollRecords(config), inputs);
    }

    private static int maxPollRecords(Map<String, Object> config) {
        return Integer.parseInt(
                config.getOrDefault(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, ConsumerConfig.DEFAULT_MAX_POLL_RECORDS)
                        .toString());
    }
}
