package io.exitbrain.topology.fast.intake;

import io.exitbrain.topology.flow.RecordTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The buffer of one input partition: its records that were fetched but not delivered, and whether the broker has more. */
final class PartitionBuffer {

    private final TopicPartition partition;
    private final boolean isBatched;
    private final Deque<ConsumerRecord<byte[], byte[]>> held = new ArrayDeque<>();
    private Optional<OffsetAndMetadata> fetchedTo = Optional.empty();
    private Optional<Integer> epoch = Optional.empty();
    private long partitionTime = ConsumerRecord.NO_TIMESTAMP;
    private boolean isExhausted;

    /** If {@code isBatched}, Streams gets consecutive records as one record. */
    PartitionBuffer(TopicPartition partition, boolean isBatched) {
        this.partition = partition;
        this.isBatched = isBatched;
    }

    TopicPartition partition() {
        return partition;
    }

    int held() {
        return held.size();
    }

    boolean isHolding() {
        return !held.isEmpty();
    }

    /** Whether the broker has no more records as of the last fetch. Streams uses the same information. */
    boolean isExhausted() {
        return isExhausted;
    }

    /** Whether the next record is, or may be, on the broker. */
    boolean isAwaited() {
        return held.isEmpty() && !isExhausted;
    }

    void updateLag(Consumer<byte[], byte[]> consumer) {
        OptionalLong lagRecords = consumer.currentLag(partition);
        isExhausted = lagRecords.isPresent() && lagRecords.getAsLong() <= 0;
    }

    void hold(List<ConsumerRecord<byte[], byte[]>> records) {
        held.addAll(records);
    }

    /** The next fetch begins at {@code next}. */
    void fetchedTo(OffsetAndMetadata next) {
        fetchedTo = Optional.of(next);
    }

    /** The time by which Streams will order the first held record. */
    long headTime() {
        return RecordTime.of(held.getFirst(), partitionTime);
    }

    long headOffset() {
        return held.getFirst().offset();
    }

    /** Removes the first held record and the records after it up to {@code time}, inclusive, epoch milliseconds. */
    List<ConsumerRecord<byte[], byte[]>> takeUntil(long time) {
        List<ConsumerRecord<byte[], byte[]>> taken = new ArrayList<>();
        do {
            taken.add(held.removeFirst());
            forwarded(taken.get(taken.size() - 1));
        } while (isHolding() && headTime() <= time);
        return taken;
    }

    /** Records up to {@code last} were delivered. */
    void forwarded(ConsumerRecord<byte[], byte[]> last) {
        partitionTime = Math.max(partitionTime, RecordTime.of(last, partitionTime));
        epoch = last.leaderEpoch();
    }

    /** The consecutive {@code records}, at least one, in the form that Streams gets. */
    List<ConsumerRecord<byte[], byte[]>> forStreams(List<ConsumerRecord<byte[], byte[]>> records) {
        return isBatched ? List.of(RecordBatch.asRecord(records)) : records;
    }

    /** The offset to commit once all delivered records are processed; never past a held record. */
    Optional<OffsetAndMetadata> next() {
        return held.isEmpty() ? fetchedTo : Optional.of(new OffsetAndMetadata(headOffset(), epoch, ""));
    }

    /** Discards the held records, because the next fetch begins at another offset. */
    void forget() {
        held.clear();
        fetchedTo = Optional.empty();
        epoch = Optional.empty();
        partitionTime = ConsumerRecord.NO_TIMESTAMP;
        isExhausted = false;
    }
}
