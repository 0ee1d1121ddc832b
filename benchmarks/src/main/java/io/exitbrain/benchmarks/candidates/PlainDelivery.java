package io.exitbrain.benchmarks.candidates;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** At least once, and nothing survives: commands by a plain producer, offsets once a second, what is known of a symbol in memory only. */
final class PlainDelivery implements Delivery {

    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final long COMMIT_NANOS = Duration.ofSeconds(1).toNanos();

    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    private long committedAt = System.nanoTime();

    PlainDelivery(Setup setup, KafkaConsumer<String, byte[]> consumer, Wire wire) {
        this.consumer = consumer;
        this.producer = LoopClients.producer(setup, setup.commitIntervalMs());
    }

    // the producer retries; what it gives up on is lost to this loop, as it is to most
    @SuppressWarnings("FutureReturnValueIgnored")
    @Override
    public void send(String topic, String symbol, byte[] value) {
        producer.send(new ProducerRecord<>(topic, symbol, value));
    }

    @Override
    public void changed(HeldPlan plan) {
        // not durable
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
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public void close() {
        commit();
        producer.close();
    }
}
