package io.exitbrain.topology.fast.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * The input partitions of one task. Streams merges them: of the records at the heads of its queues it processes the one with the
 * smallest time. Records are handed on in the order of that merge, and only as far as it is certain: until an input has nothing held
 * and something left on the broker.
 */
final class TaskInputs {

    private final List<PartitionBuffer> lanes;

    TaskInputs(List<PartitionBuffer> lanes) {
        this.lanes = List.copyOf(lanes);
    }

    void look(Consumer<byte[], byte[]> consumer) {
        lanes.forEach(lane -> lane.look(consumer));
    }

    boolean isHolding() {
        return lanes.stream().anyMatch(PartitionBuffer::isHolding);
    }

    /** Whether what was {@code polled} needs no order: nothing comes from more than one input. */
    boolean areOne(Set<TopicPartition> polled) {
        int concerned = 0;
        for (PartitionBuffer lane : lanes) {
            concerned += !lane.isExhausted() || polled.contains(lane.partition()) ? 1 : 0;
        }
        return concerned <= 1;
    }

    /** The lane whose first record Streams would process next; empty while that is uncertain, or Streams has enough of it. */
    Optional<PartitionBuffer> next(Set<TopicPartition> paused) {
        PartitionBuffer next = null;
        for (PartitionBuffer lane : lanes) {
            if (lane.isAwaited()) {
                return Optional.empty();
            }
            if (lane.isHolding() && (next == null || lane.headTime() < next.headTime())) {
                next = lane;
            }
        }
        return Optional.ofNullable(next).filter(lane -> !paused.contains(lane.partition()));
    }

    /** Until when {@code next} stays the next: the time of the first record that another lane holds. */
    long turnOf(PartitionBuffer next) {
        return lanes.stream()
                .filter(lane -> lane != next && lane.isHolding())
                .mapToLong(PartitionBuffer::headTime)
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
