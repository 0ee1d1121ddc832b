package io.exitbrain.topology.balance;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides when an instance asks for its share of the partitions: it owns fewer than its share, and what it has copied of
 * the others is ready. Once for each situation: whoever shares the partitions out may have a reason to leave it so.
 *
 * <p>Not thread-safe.
 */
final class ReadyCopies {

    /** A copy that lags no more than this catches up within some milliseconds. The records of the present are in it. */
    private static final long MAX_READY_RECORDS = 500;

    private final int partitions;
    private final long readyRecords;
    private Optional<Situation> asked = Optional.empty();

    /**
     * What an instance has.
     *
     * @param own the partitions that it decides on
     * @param copied the partitions of others of which it has a copy
     */
    private record Situation(Set<Integer> own, Set<Integer> copied) {}

    /**
     * @param partitions the number of partitions that the instances share
     * @param acceptableLag the lag of a copy, over its two stores, up to which it gets the partition
     */
    ReadyCopies(int partitions, long acceptableLag) {
        this.partitions = partitions;
        this.readyRecords = Math.min(MAX_READY_RECORDS, acceptableLag / 2);
    }

    /** Whether this instance, one of {@code instances}, has less than its share. */
    boolean isShort(Set<Integer> own, int instances) {
        return own.size() < partitions / Math.max(1, instances);
    }

    /**
     * Whether the partitions should be shared out again.
     *
     * @param lags the records that are missing in each store, by partition, for {@code own} and copied ones
     */
    boolean mustAsk(Set<Integer> own, int instances, Map<Integer, Long> lags) {
        Set<Integer> copied = new HashSet<>(lags.keySet());
        copied.removeAll(own);
        if (!isShort(own, instances) || copied.isEmpty()) {
            return false;
        }
        boolean areReady = copied.stream().allMatch(partition -> lags.getOrDefault(partition, 0L) <= readyRecords);
        Optional<Situation> now = Optional.of(new Situation(Set.copyOf(own), Set.copyOf(copied)));
        if (!areReady || now.equals(asked)) {
            return false;
        }
        asked = now;
        return true;
    }
}
