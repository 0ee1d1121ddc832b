package io.exitbrain.audit.record;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Merges partitions by the timestamps of their records. Each partition keeps its order. Of equal timestamps the one of the partition that
 * was named first comes first. A record whose timestamp is far ahead of those behind it does not hold them back, as long as one of them
 * waits, too.
 */
public final class RecordMerge {

    private final Outliers outliers = new Outliers();
    private final Map<String, PartitionQueue> partitions = new LinkedHashMap<>();

    public RecordMerge() {}

    /** {@code names} are the names of the partitions, in the order that counts for equal timestamps. */
    public RecordMerge(List<String> names) {
        names.forEach(name -> partitions.put(name, new PartitionQueue(outliers)));
    }

    /** Adds the next record of {@code partition}. */
    public void add(String partition, AuditRecord record) {
        partitions
                .computeIfAbsent(partition, name -> new PartitionQueue(outliers))
                .add(record);
    }

    /** How many records of {@code partition} wait. */
    public int waiting(String partition) {
        return Optional.ofNullable(partitions.get(partition))
                .map(PartitionQueue::size)
                .orElse(0);
    }

    /** Passes on the oldest records while {@code isComplete}: no older one can come. Asks it before each record. */
    public void pass(Predicate<RecordMerge> isComplete, Consumer<AuditRecord> sink) {
        while (isComplete.test(this)) {
            Optional<PartitionQueue> oldest = partitions.values().stream()
                    .filter(queue -> !queue.isEmpty())
                    .min(Comparator.comparingLong(PartitionQueue::time));
            if (oldest.isEmpty()) {
                return;
            }
            sink.accept(oldest.get().take());
        }
    }
}
