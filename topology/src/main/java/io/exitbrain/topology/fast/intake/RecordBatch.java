package io.exitbrain.topology.fast.intake;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Records of one partition that follow each other, handed to Streams as one record: what Streams does for each record it then does once
 * for many. That record has the offset and the time of the first, so that Streams merges and commits as if it were the first, and
 * carries all of them in the place of its headers, the only part of a record that reaches a deserializer as it is. Nobody can send a
 * batch: it is known by its type.
 */
public final class RecordBatch extends RecordHeaders {

    private final List<ConsumerRecord<byte[], byte[]>> records;

    private RecordBatch(List<ConsumerRecord<byte[], byte[]>> records) {
        this.records = records;
    }

    /** One record that stands for {@code records}, of which there is at least one. */
    static ConsumerRecord<byte[], byte[]> asRecord(List<ConsumerRecord<byte[], byte[]>> records) {
        ConsumerRecord<byte[], byte[]> first = records.get(0);
        return new ConsumerRecord<>(
                first.topic(),
                first.partition(),
                first.offset(),
                first.timestamp(),
                first.timestampType(),
                first.serializedKeySize(),
                first.serializedValueSize(),
                first.key(),
                first.value(),
                new RecordBatch(records),
                first.leaderEpoch());
    }

    /** The records that {@code headers} carry, if they are those of a batch. */
    public static Optional<List<ConsumerRecord<byte[], byte[]>>> in(Headers headers) {
        return headers instanceof RecordBatch batch ? Optional.of(batch.records) : Optional.empty();
    }
}
