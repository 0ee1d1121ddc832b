package io.exitbrain.benchmarks.candidates;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How a loop gets what it decided to Kafka, and notes how far it has read. */
interface Delivery extends AutoCloseable {

    /** Makes the delivery of a loop. */
    @FunctionalInterface
    interface Maker {
        Delivery of(Setup setup, KafkaConsumer<String, byte[]> consumer, Wire wire);
    }

    void send(String topic, String symbol, byte[] value);

    /** What is kept of a symbol is now {@code plan}. */
    void changed(HeldPlan plan);

    /** Everything before {@code offsets} has been dealt with. */
    void read(Map<TopicPartition, OffsetAndMetadata> offsets);

    /** How long the next poll may wait for records. */
    Duration patience();

    @Override
    void close();
}
