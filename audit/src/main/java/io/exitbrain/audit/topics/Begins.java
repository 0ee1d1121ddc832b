package io.exitbrain.audit.topics;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Where the records of a time begin on each partition.
 *
 * @param offsets the first offset of each partition
 * @param headless the partitions whose begin may be younger than that time
 */
public record Begins(Map<TopicPartition, Long> offsets, List<TopicPartition> headless) {

    public Begins {
        offsets = Map.copyOf(offsets);
        headless = List.copyOf(headless);
    }

    /** At the first records with a timestamp of {@code since} or later; a topic that the engine reads whole at its begin. */
    public static Begins of(Admin admin, EngineTopics topics, Instant since, Horizon horizon) {
        Map<TopicPartition, Long> earliest = offsets(admin, topics.all(), OffsetSpec.earliest());
        Map<TopicPartition, Long> first = offsetsAt(admin, topics.all(), since);
        Map<TopicPartition, Long> begins = new HashMap<>();
        earliest.forEach((partition, begin) -> {
            boolean isWhole = topics.isGlobal(partition.topic());
            begins.put(partition, isWhole ? begin : first.getOrDefault(partition, horizon.end(partition)));
        });
        List<TopicPartition> headless = earliest.entrySet().stream()
                .filter(begin -> !topics.isGlobal(begin.getKey().topic()) && begin.getValue() > 0)
                .filter(begin -> begin.getValue().equals(begins.get(begin.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        return new Begins(begins, headless);
    }

    /** The first offset of each partition with a timestamp of {@code time} or later; a partition without one is missing. */
    public static Map<TopicPartition, Long> offsetsAt(
            Admin admin, Collection<TopicPartition> partitions, Instant time) {
        Map<TopicPartition, Long> found =
                offsets(admin, partitions, OffsetSpec.forTimestamp(Math.max(0, time.toEpochMilli())));
        found.values().removeIf(offset -> offset < 0);
        return found;
    }

    private static Map<TopicPartition, Long> offsets(
            Admin admin, Collection<TopicPartition> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> asked =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> spec));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        Answer.of(admin.listOffsets(asked).all()).forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    public long offset(TopicPartition partition) {
        return offsets.getOrDefault(partition, 0L);
    }
}
