package io.exitbrain.topology.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * The ends of the logs of our topics. A reader of committed records sees only what is before the last stable offset. A transaction that
 * hangs holds that offset while the log grows: what comes behind it is hidden from the engine, or from the executor.
 *
 * <p>Times are milliseconds of a clock that never goes back.
 */
public final class LogEnds {

    private final Map<TopicPartition, Seen> partitions = new HashMap<>();

    /**
     * The end of a partition.
     *
     * @param end the offset behind the last record
     * @param stable the last stable offset: the end for readers of committed records
     */
    public record End(long end, long stable) {

        long hidden() {
            return Math.max(0, end - stable);
        }
    }

    /**
     * A partition whose last stable offset stands while its log grows.
     *
     * @param records the records that are hidden
     * @param forMs the time for which the offset stands
     */
    public record Held(TopicPartition partition, long stable, long records, long forMs) {}

    /** An end, and the first one that was seen with the same stable offset. */
    private record Seen(End newest, long firstEnd, long sinceMs) {

        boolean isHeld() {
            return newest.hidden() > 0 && newest.end() > firstEnd;
        }
    }

    /** The ends of partitions, as the brokers told at {@code nowMs}. */
    public synchronized void observe(Map<TopicPartition, End> ends, long nowMs) {
        ends.forEach((partition, end) -> partitions.merge(
                partition,
                new Seen(end, end.end(), nowMs),
                (before, first) -> before.newest().stable() == end.stable()
                                && before.newest().hidden() > 0
                        ? new Seen(end, before.firstEnd(), before.sinceMs())
                        : first));
    }

    /** The partitions that have been held for {@code minMs} or more, in order. */
    public synchronized List<Held> held(long minMs, long nowMs) {
        List<Held> held = new ArrayList<>();
        partitions.forEach((partition, seen) -> {
            if (seen.isHeld() && nowMs - seen.sinceMs() >= minMs) {
                held.add(new Held(
                        partition, seen.newest().stable(), seen.newest().hidden(), nowMs - seen.sinceMs()));
            }
        });
        held.sort(Comparator.comparing(one -> one.partition().toString()));
        return held;
    }

    /** The partitions with records behind their last stable offset. */
    public synchronized Set<TopicPartition> hiding() {
        return partitions.entrySet().stream()
                .filter(one -> one.getValue().newest().hidden() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The records of {@code partition} behind its last stable offset; 0 if it is not known. */
    public synchronized long hidden(TopicPartition partition) {
        Seen seen = partitions.get(partition);
        return seen == null ? 0 : seen.newest().hidden();
    }
}
