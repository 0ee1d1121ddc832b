package io.exitbrain.benchmarks.candidates;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** At least once, without durable state: commands through a plain producer, offsets once a second, the state in memory only. */
final class PlainDelivery implements Delivery {

    private static final Duration MAX_POLL_WAIT = Duration.ofMillis(100);
    private static final long COMMIT_NANOS = Duration.ofSeconds(1).toNanos();

    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    private long committedAt = System.nanoTime();

    PlainDelivery(Setup setup, KafkaConsumer<String, byte[]> consumer, WireFormat format) {
        this.consumer = consumer;
        this.producer = LoopClients.producer(setup, setup.commitIntervalMs());
    }

    // the producer retries; like most loops, this one loses a record that the producer gives up on
    @SuppressWarnings("FutureReturnValueIgnored")
    @Override
    public void send(String topic, String symbol, byte[] value) {
        producer.send(new ProducerRecord<>(topic, symbol, value));
    }

    @Override
    public void changed(HeldPlan plan) {
        // the state is not durable
    }

    @Override
    public void read(Map<TopicPartition, OffsetAndMetadata> offsets) {
        this.offsets.putAll(offsets);
        if (System.nanoTime() - committedAt >= COMMIT_NANOS) {
            commit();
        }
    }

    private void commit() {
        producer.flush();
        consumer.commitSync(offsets);
        offsets.clear();
        committedAt = System.nanoTime();
    }

    @Override
    public Duration maxPollWait() {
        return MAX_POLL_WAIT;
    }

    @Override
    public void close() {
        commit();
        producer.close();
    }
}
