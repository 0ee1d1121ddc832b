package io.exitbrain.topology.fast.filter;

import io.exitbrain.topology.fast.intake.RecordBatch;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/** The value of one record of Streams on the fast lane: a batch of prices, or in a test driver a single price. */
public sealed interface PriceBatch {

    /** One price as it came, without a batch around it. */
    record Single(byte @Nullable [] value) implements PriceBatch {}

    /** The prices that one record stands for, at least one. */
    record Batch(List<ConsumerRecord<byte[], byte[]>> records) implements PriceBatch {}

    /**
     * Takes the batch out of a record's headers.
     *
     * @param requiresBatches whether a record without a batch is a defect: if Streams ever copied headers, the records of a batch would
     *     be lost without a trace. The deserializer then throws, and the engine stops before it commits anything
     */
    static Serde<PriceBatch> serde(boolean requiresBatches) {
        return Serdes.serdeFrom(
                (topic, batch) -> {
                    throw new UnsupportedOperationException("batches are never written: " + topic);
                },
                new BatchDeserializer(requiresBatches));
    }

    /** Looks into the headers. */
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
