package io.exitbrain.topology.fast.intake;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** The partitions that are not fetched: those that Streams paused, and those with full buffers. Streams does not see the latter. */
final class Pauses {

    private final Consumer<byte[], byte[]> consumer;
    private final Set<TopicPartition> byStreams = new HashSet<>();
    private final Set<TopicPartition> full = new HashSet<>();

    Pauses(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    void pause(Collection<TopicPartition> partitions) {
        consumer.pause(partitions);
        byStreams.addAll(partitions);
    }

    void resume(Collection<TopicPartition> partitions) {
        consumer.resume(without(full, partitions));
        partitions.forEach(byStreams::remove);
    }

    Set<TopicPartition> byStreams() {
        return byStreams;
    }

    /** Sets the partitions with full buffers. */
    void full(Set<TopicPartition> partitions) {
        if (!partitions.equals(full)) {
            consumer.pause(partitions);
            consumer.resume(without(byStreams, without(partitions, full)));
            full.clear();
            full.addAll(partitions);
        }
    }

    /** Forgets partitions that were excluded away. If they come back, they are not paused. */
    void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(byStreams::remove);
        partitions.forEach(full::remove);
    }

    private static Set<TopicPartition> without(Set<TopicPartition> excluded, Collection<TopicPartition> partitions) {
        return partitions.stream()
                .filter(partition -> !excluded.contains(partition))
                .collect(Collectors.toSet());
    }
}
