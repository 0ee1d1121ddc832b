package io.exitbrain.topology;

import io.exitbrain.topology.intake.RecordBatch;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** The value of what Streams takes for one record: that of a record, or a batch of records. */
sealed interface Delivered {

    record Single(byte @Nullable [] value) implements Delivered {}

    record Batch(List<ConsumerRecord<byte[], byte[]>> records) implements Delivered {}

    /** Tells the two apart; nobody writes either. */
    static Serde<Delivered> serde() {
        return new Serde<>() {

            @Override
            public Serializer<Delivered> serializer() {
                return (topic, delivered) -> {
                    throw new UnsupportedOperationException("what came is not written: " + topic);
                };
            }

            @Override
            public Deserializer<Delivered> deserializer() {
                return new Opener();
            }
        };
    }

    /** Looks into the headers. */
    final class Opener implements Deserializer<Delivered> {

        @Override
        public Delivered deserialize(String topic, byte @Nullable [] value) {
            return new Single(value);
        }

        @Override
        public Delivered deserialize(String topic, Headers headers, byte @Nullable [] value) {
            return RecordBatch.in(headers).<Delivered>map(Batch::new).orElseGet(() -> new Single(value));
        }
    }
}
