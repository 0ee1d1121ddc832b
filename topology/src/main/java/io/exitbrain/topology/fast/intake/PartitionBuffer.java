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

/** One input partition: what was fetched from it and not handed on yet, and whether anything is left of it on the broker. */
final class PartitionBuffer {

    private final TopicPartition partition;
    private final boolean isBatched;
    private final Deque<ConsumerRecord<byte[], byte[]>> held = new ArrayDeque<>();
    private Optional<OffsetAndMetadata> fetchedTo = Optional.empty();
    private Optional<Integer> epoch = Optional.empty();
    private long partitionTime = ConsumerRecord.NO_TIMESTAMP;
    private boolean isExhausted;

    /** {@code isBatched}: Streams gets what follows each other of it as one record. */
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

    /** Whether nothing is left on the broker, as far as the last fetch told: what Streams goes by, too. */
    boolean isExhausted() {
        return isExhausted;
    }

    /** Whether the next record is on the broker, or may be. */
    boolean isAwaited() {
        return held.isEmpty() && !isExhausted;
    }

    void look(Consumer<byte[], byte[]> consumer) {
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

    /** The time at which Streams will order the first record that is held. */
    long headTime() {
        return RecordTime.of(held.getFirst(), partitionTime);
    }

    long headOffset() {
        return held.getFirst().offset();
    }

    /** The first record that is held, and what follows it up to {@code time}, inclusive, epoch milliseconds. */
    List<ConsumerRecord<byte[], byte[]>> takeUntil(long time) {
        List<ConsumerRecord<byte[], byte[]>> taken = new ArrayList<>();
        do {
            taken.add(held.removeFirst());
            passed(taken.get(taken.size() - 1));
        } while (isHolding() && headTime() <= time);
        return taken;
    }

    /** {@code last} of some records went on. */
    void passed(ConsumerRecord<byte[], byte[]> last) {
        partitionTime = Math.max(partitionTime, last.timestamp());
        epoch = last.leaderEpoch();
    }

    /** {@code following}, of which there is at least one, as Streams gets them. */
    List<ConsumerRecord<byte[], byte[]>> forStreams(List<ConsumerRecord<byte[], byte[]>> following) {
        return isBatched ? List.of(RecordBatch.asRecord(following)) : following;
    }

    /** Where to go on after a crash, when everything that was handed on is processed: never beyond a record that is held. */
    Optional<OffsetAndMetadata> next() {
        return held.isEmpty() ? fetchedTo : Optional.of(new OffsetAndMetadata(headOffset(), epoch, ""));
    }

    /** The next fetch begins elsewhere. */
    void forget() {
        held.clear();
        fetchedTo = Optional.empty();
        epoch = Optional.empty();
        partitionTime = ConsumerRecord.NO_TIMESTAMP;
        isExhausted = false;
    }
}
