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

/**
 * The assigned partitions by task. Partitions with the same number are the inputs of one task, except those of separate topics: each is
 * the input of a task of its own.
 */
final class AssignedPartitions {

    private final Inputs inputs;
    private final Map<TopicPartition, PartitionBuffer> buffers = new HashMap<>();
    private Map<TopicPartition, TaskInputs> tasks = Map.of();
    private boolean isStale = true;

    AssignedPartitions(Inputs inputs) {
        this.inputs = inputs;
    }

    /** Reads the assignment of {@code consumer} again if it has changed. */
    void refresh(Consumer<byte[], byte[]> consumer) {
        if (isStale) {
            buffers.keySet().retainAll(consumer.assignment());
            consumer.assignment().forEach(partition -> buffers.computeIfAbsent(partition, this::newBuffer));
            tasks = buffers.values().stream()
                    .collect(Collectors.groupingBy(
                            buffer -> taskOf(buffer.partition()),
                            Collectors.collectingAndThen(Collectors.toList(), TaskInputs::new)));
            isStale = false;
        }
    }

    private PartitionBuffer newBuffer(TopicPartition partition) {
        return new PartitionBuffer(partition, inputs.batched().contains(partition.topic()));
    }

    /** The key of the task: a separate partition itself, else the number of the partition without a topic. */
    private TopicPartition taskOf(TopicPartition partition) {
        return inputs.separate().contains(partition.topic())
                ? partition
                : new TopicPartition("", partition.partition());
    }

    /** The assignment has changed: the next {@link #refresh} reads it. */
    void changed() {
        isStale = true;
    }

    PartitionBuffer buffer(TopicPartition partition) {
        return Objects.requireNonNull(buffers.get(partition), () -> partition + " is not assigned");
    }

    /** The buffer of the partition, if it holds records. */
    Optional<PartitionBuffer> holding(TopicPartition partition) {
        return Optional.ofNullable(buffers.get(partition)).filter(PartitionBuffer::isHolding);
    }

    TaskInputs inputsWith(TopicPartition partition) {
        return Objects.requireNonNull(tasks.get(taskOf(partition)), () -> partition + " is not assigned");
    }

    List<TaskInputs> holding() {
        return tasks.values().stream().filter(TaskInputs::isHolding).toList();
    }

    /** The partitions whose buffers hold at least {@code count} records. */
    Set<TopicPartition> holding(int count) {
        return buffers.values().stream()
                .filter(buffer -> buffer.held() >= count)
                .map(PartitionBuffer::partition)
                .collect(Collectors.toSet());
    }

    void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(
                partition -> Optional.ofNullable(buffers.get(partition)).ifPresent(PartitionBuffer::forget));
    }
}
