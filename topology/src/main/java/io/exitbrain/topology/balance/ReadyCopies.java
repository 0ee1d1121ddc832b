package io.exitbrain.topology.balance;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

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

    /**
     * Whether the partitions should be shared out again.
     *
     * @param lags tells the records that are missing in the store of the plans, by partition, of {@code own} and copied ones. It
     *     may be expensive, and is only called for an instance that owns less than its share
     */
    boolean mustAsk(Set<Integer> own, int instances, Supplier<Map<Integer, Long>> lags) {
        return own.size() < partitions / Math.max(1, instances) && isNewlyReady(own, lags.get());
    }

    private boolean isNewlyReady(Set<Integer> own, Map<Integer, Long> lags) {
        Map<Integer, Long> copies = new HashMap<>(lags);
        copies.keySet().removeAll(own);
        boolean areReady = !copies.isEmpty() && copies.values().stream().allMatch(lag -> lag <= readyRecords);
        Optional<Situation> now = Optional.of(new Situation(Set.copyOf(own), Set.copyOf(copies.keySet())));
        if (!areReady || now.equals(asked)) {
            return false;
        }
        asked = now;
        return true;
    }
}
