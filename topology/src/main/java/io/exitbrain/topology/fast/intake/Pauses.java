package io.exitbrain.topology.fast.intake;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Partitions that are not fetched: those that Streams paused and, unseen by it, those of which enough is held. */
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

    /** From now on exactly {@code partitions} are full. */
    void full(Set<TopicPartition> partitions) {
        if (!partitions.equals(full)) {
            consumer.pause(partitions);
            consumer.resume(without(byStreams, without(partitions, full)));
            full.clear();
            full.addAll(partitions);
        }
    }

    /** The partitions belong to another consumer now; whoever gets them back finds them running. */
    void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(byStreams::remove);
        partitions.forEach(full::remove);
    }

    private static Set<TopicPartition> without(Set<TopicPartition> taken, Collection<TopicPartition> partitions) {
        return partitions.stream()
                .filter(partition -> !taken.contains(partition))
                .collect(Collectors.toSet());
    }
}
