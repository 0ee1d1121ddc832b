package io.exitbrain.topology.intake;

import java.util.Comparator;
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

    private static final Comparator<Lane> BY_TIME = Comparator.comparingLong(Lane::headTime);

    private final List<Lane> lanes;

    TaskInputs(List<Lane> lanes) {
        this.lanes = List.copyOf(lanes);
    }

    void look(Consumer<byte[], byte[]> consumer) {
        lanes.forEach(lane -> lane.look(consumer));
    }

    boolean isHolding() {
        return lanes.stream().anyMatch(Lane::isHolding);
    }

    /** Whether Streams orders what was {@code polled} without help: everything is here, or nothing comes from anywhere else. */
    boolean areComplete(Set<TopicPartition> polled) {
        long unfinished = lanes.stream().filter(lane -> !lane.isExhausted()).count();
        long concerned = lanes.stream()
                .filter(lane -> !lane.isExhausted() || polled.contains(lane.partition()))
                .count();
        return unfinished == 0 || concerned == 1;
    }

    /** The lane whose first record Streams would process next; empty while that is uncertain, or Streams has enough of it. */
    Optional<Lane> next(Set<TopicPartition> paused) {
        if (lanes.stream().anyMatch(Lane::isAwaited)) {
            return Optional.empty();
        }
        return lanes.stream().filter(Lane::isHolding).min(BY_TIME).filter(lane -> !paused.contains(lane.partition()));
    }
}
