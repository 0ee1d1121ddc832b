package io.exitbrain.topology.fast.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** The assigned partitions by task. The flow is one sub-topology: partitions of one number are the inputs of one task. */
final class AssignedPartitions {

    private final Set<String> batched;
    private final Map<TopicPartition, PartitionBuffer> lanes = new HashMap<>();
    private Map<Integer, TaskInputs> tasks = Map.of();
    private boolean isStale = true;

    /** Of the topics {@code batched} Streams gets batches. */
    AssignedPartitions(Set<String> batched) {
        this.batched = Set.copyOf(batched);
    }

    /** Asks {@code consumer} what is assigned, if that has changed. */
    void refresh(Consumer<byte[], byte[]> consumer) {
        if (isStale) {
            lanes.keySet().retainAll(consumer.assignment());
            consumer.assignment().forEach(partition -> lanes.computeIfAbsent(partition, this::newLane));
            tasks = lanes.values().stream()
                    .collect(Collectors.groupingBy(
                            lane -> lane.partition().partition(),
                            Collectors.collectingAndThen(Collectors.toList(), TaskInputs::new)));
            isStale = false;
        }
    }

    private PartitionBuffer newLane(TopicPartition partition) {
        return new PartitionBuffer(partition, batched.contains(partition.topic()));
    }

    /** The assignment has changed: the next use refreshes. */
    void changed() {
        isStale = true;
    }

    PartitionBuffer lane(TopicPartition partition) {
        return Objects.requireNonNull(lanes.get(partition), () -> partition + " is not assigned");
    }

    /** The lane, if it holds anything. */
    Optional<PartitionBuffer> holding(TopicPartition partition) {
        return Optional.ofNullable(lanes.get(partition)).filter(PartitionBuffer::isHolding);
    }

    TaskInputs inputsWith(TopicPartition partition) {
        return Objects.requireNonNull(tasks.get(partition.partition()), () -> partition + " is not assigned");
    }

    List<TaskInputs> holding() {
        return tasks.values().stream().filter(TaskInputs::isHolding).toList();
    }

    /** The partitions of which {@code count} records or more are held. */
    Set<TopicPartition> holding(int count) {
        return lanes.values().stream()
                .filter(lane -> lane.held() >= count)
                .map(PartitionBuffer::partition)
                .collect(Collectors.toSet());
    }

    void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(
                partition -> Optional.ofNullable(lanes.get(partition)).ifPresent(PartitionBuffer::forget));
    }
}
