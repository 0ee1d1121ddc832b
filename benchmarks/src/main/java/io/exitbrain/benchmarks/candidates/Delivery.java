package io.exitbrain.benchmarks.candidates;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How a hand-written loop writes its output and its position in the input to Kafka. */
interface Delivery extends AutoCloseable {

    /** Creates the delivery of a loop. */
    @FunctionalInterface
    interface Factory {
        Delivery of(Setup setup, KafkaConsumer<String, byte[]> consumer, WireFormat format);
    }

    void send(String topic, String symbol, byte[] value);

    /** {@code plan} is the new state of its symbol. */
    void changed(HeldPlan plan);

    /** Every record before {@code offsets} is processed. */
    void read(Map<TopicPartition, OffsetAndMetadata> offsets);

    /** How long the next poll may wait for records. */
    Duration maxPollWait();

    @Override
    void close();
}
