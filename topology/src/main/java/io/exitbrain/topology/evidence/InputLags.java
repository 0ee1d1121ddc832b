package io.exitbrain.topology.evidence;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** The lag of each input partition that this process reads, up to the end of the log. */
final class InputLags {

    private final LogEnds ends;
    private volatile Set<TopicPartition> inputs = Set.of();
    private volatile Map<TopicPartition, Long> visible = Map.of();

    InputLags(LogEnds ends) {
        this.ends = ends;
    }

    /** {@code visible} are the lags as the consumers count them, up to the first open transaction. */
    void observe(Set<TopicPartition> inputs, Map<TopicPartition, Long> visible) {
        this.inputs = Set.copyOf(inputs);
        this.visible = Map.copyOf(visible);
    }

    /** The lag of all inputs of {@code partition}; empty if this process does not read them. */
    OptionalLong of(int partition) {
        return inputs.stream()
                .filter(one -> one.partition() == partition)
                .mapToLong(this::lagOf)
                .reduce(Long::sum);
    }

    Map<String, Long> byTopic() {
        Map<String, Long> lags = new HashMap<>();
        inputs.forEach(partition -> lags.merge(partition.topic(), lagOf(partition), Long::sum));
        return lags;
    }

    /** The part of all lags that an open transaction of a producer hides. */
    long hiddenRecords() {
        return inputs.stream().mapToLong(ends::hidden).sum();
    }

    /** The partitions that this process reads. */
    Set<Integer> partitions() {
        return inputs.stream().map(TopicPartition::partition).collect(Collectors.toUnmodifiableSet());
    }

    private long lagOf(TopicPartition partition) {
        return visible.getOrDefault(partition, 0L) + ends.hidden(partition);
    }
}
