package io.exitbrain.topology.fast.filter;

import io.exitbrain.topology.fast.intake.RecordBatch;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/** The value of a record on the fast lane: a batch of prices, or a single price in a test driver. */
public sealed interface PriceBatch {

    /** The raw bytes of one price without a batch. */
    record Single(byte @Nullable [] value) implements PriceBatch {}

    /** The prices of one record, at least one. */
    record Batch(List<ConsumerRecord<byte[], byte[]>> records) implements PriceBatch {}

    /**
     * Reads the batch from the headers of a record.
     *
     * @param requiresBatches whether a record without a batch is a defect. If a version of Streams copies headers, the records of a batch
     *     would be lost silently. The deserializer then throws, and the engine stops before it commits
     */
    static Serde<PriceBatch> serde(boolean requiresBatches) {
        return Serdes.serdeFrom(
                (topic, batch) -> {
                    throw new UnsupportedOperationException("batches are never written: " + topic);
                },
                new BatchDeserializer(requiresBatches));
    }

    /** Reads the batch from the headers. */
    record BatchDeserializer(boolean requiresBatches) implements Deserializer<PriceBatch> {

        @Override
        public PriceBatch deserialize(String topic, byte @Nullable [] value) {
            return single(topic, value);
        }

        @Override
        public PriceBatch deserialize(String topic, Headers headers, byte @Nullable [] value) {
            return RecordBatch.in(headers).<PriceBatch>map(Batch::new).orElseGet(() -> single(topic, value));
        }

        private PriceBatch single(String topic, byte @Nullable [] value) {
            if (requiresBatches) {
                throw new IllegalStateException("a record of " + topic
                        + " came without its batch: the fast lane does not fit this version of Kafka, set lane=plain");
            }
            return new Single(value);
        }
    }
}
