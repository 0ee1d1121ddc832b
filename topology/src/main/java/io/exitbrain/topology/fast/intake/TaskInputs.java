package io.exitbrain.topology.fast.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * The input partitions of one task. Streams merges them: it processes the record with the smallest time among the heads of its queues.
 * Records are delivered in the order of that merge, as long as the order is certain. It becomes uncertain when an input holds no record
 * and has more on the broker.
 */
final class TaskInputs {

    private final List<PartitionBuffer> buffers;

    TaskInputs(List<PartitionBuffer> buffers) {
        this.buffers = List.copyOf(buffers);
    }

    void updateLag(Consumer<byte[], byte[]> consumer) {
        buffers.forEach(buffer -> buffer.updateLag(consumer));
    }

    boolean isHolding() {
        return buffers.stream().anyMatch(PartitionBuffer::isHolding);
    }

    /** Whether the records of the partitions {@code polled} need no ordering: only one input has records. */
    boolean isSingle(Set<TopicPartition> polled) {
        int active = 0;
        for (PartitionBuffer buffer : buffers) {
            active += !buffer.isExhausted() || polled.contains(buffer.partition()) ? 1 : 0;
        }
        return active <= 1;
    }

    /** The buffer whose first record Streams would process next; empty if that is uncertain, or if Streams paused its partition. */
    Optional<PartitionBuffer> next(Set<TopicPartition> paused) {
        PartitionBuffer next = null;
        for (PartitionBuffer buffer : buffers) {
            if (buffer.isAwaited()) {
                return Optional.empty();
            }
            if (buffer.isHolding() && (next == null || buffer.headTime() < next.headTime())) {
                next = buffer;
            }
        }
        return Optional.ofNullable(next).filter(buffer -> !paused.contains(buffer.partition()));
    }

    /** The time of the first record in the buffers other than {@code next}. Until then {@code next} stays the next buffer. */
    long nextOtherTime(PartitionBuffer next) {
        return buffers.stream()
                .filter(buffer -> buffer != next && buffer.isHolding())
                .mapToLong(PartitionBuffer::headTime)
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
