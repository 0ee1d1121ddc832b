package io.exitbrain.topology.fast.intake;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Consecutive records of one partition that Streams gets as one record, so that Streams does its work per record only once for all of
 * them. That record has the offset and the time of the first record, so that Streams merges and commits as if it were the first. The
 * batch is carried as the headers, because only headers reach a deserializer unchanged. A producer cannot send a batch, because a batch
 * is recognised by its Java type.
 */
public final class RecordBatch extends RecordHeaders {

    private final List<ConsumerRecord<byte[], byte[]>> records;

    private RecordBatch(List<ConsumerRecord<byte[], byte[]>> records) {
        this.records = records;
    }

    /** One record that represents {@code records}, at least one. */
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

    /** The records of the batch, if {@code headers} are a batch. */
    public static Optional<List<ConsumerRecord<byte[], byte[]>>> in(Headers headers) {
        return headers instanceof RecordBatch batch ? Optional.of(batch.records) : Optional.empty();
    }
}
