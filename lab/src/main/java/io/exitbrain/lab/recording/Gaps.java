package io.exitbrain.lab.recording;

import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.audit.record.Coordinates;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** From when the record of a topic is complete, where the retention has deleted what was before. */
final class Gaps {

    private static final long NOTHING = Long.MAX_VALUE;

    /** The time of the first record of each partition that lacks its begin. */
    private final Map<String, Map<Integer, Long>> firstMs = new TreeMap<>();

    Gaps(Collection<TopicPartition> headless) {
        headless.forEach(partition -> firstMs.computeIfAbsent(partition.topic(), topic -> new TreeMap<>())
                .put(partition.partition(), NOTHING));
    }

    void saw(AuditRecord record) {
        Coordinates at = record.coordinates().orElseThrow();
        firstMs.getOrDefault(at.topic(), new TreeMap<>())
                .computeIfPresent(at.partition(), (number, first) -> first == NOTHING ? record.timestamp() : first);
    }

    /** One sentence for each topic. */
    List<String> sentences() {
        return firstMs.entrySet().stream()
                .map(topic -> sentence(topic.getKey(), topic.getValue()))
                .toList();
    }

    private static String sentence(String topic, Map<Integer, Long> partitions) {
        List<Integer> empty = partitions.entrySet().stream()
                .filter(partition -> partition.getValue() == NOTHING)
                .map(Map.Entry::getKey)
                .toList();
        return empty.isEmpty()
                ? "%s: the record is complete from %s on only; the retention has deleted what was before"
                        .formatted(topic, Instant.ofEpochMilli(latest(partitions)))
                : "%s: the retention has deleted every record of partition %s".formatted(topic, numbers(empty));
    }

    private static long latest(Map<Integer, Long> partitions) {
        return partitions.values().stream().mapToLong(first -> first).max().orElseThrow();
    }

    private static String numbers(List<Integer> partitions) {
        return String.join(", ", partitions.stream().map(String::valueOf).toList());
    }
}
