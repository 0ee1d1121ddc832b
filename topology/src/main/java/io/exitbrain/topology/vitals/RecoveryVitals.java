package io.exitbrain.topology.vitals;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;

/** How often this instance has mended what a crash had left, or a part of itself; and the transactions that hang still. */
public final class RecoveryVitals {

    private final LongAdder takeOvers = new LongAdder();
    private final LongAdder threadsReplaced = new LongAdder();
    private final RecentCount transactionsEnded = new RecentCount();
    private final Set<String> partitionsFreed = new TreeSet<>();
    private volatile List<Hang> hanging = List.of();

    /**
     * A transaction that hangs and that this instance does not end.
     *
     * @param partition topic and partition
     * @param offset of its first record there
     * @param transactionalId of its producer, or {@code unknown}
     */
    public record Hang(String partition, long offset, String transactionalId) implements Comparable<Hang> {

        private static final Comparator<Hang> ORDER = Comparator.comparing(Hang::partition)
                .thenComparing(Hang::offset)
                .thenComparing(Hang::transactionalId);

        @Override
        public int compareTo(Hang other) {
            return ORDER.compare(this, other);
        }
    }

    /** This instance has removed a dead one from the group. */
    public void tookOver() {
        takeOvers.increment();
    }

    /** A stream thread was put out of the group, and another one has its place. */
    public void replacedThread() {
        threadsReplaced.increment();
    }

    /** This instance has ended a transaction that hung on {@code partition}, at {@code nowMs}, wall clock. */
    public synchronized void endedTransaction(String partition, long nowMs) {
        if (transactionsEnded.inLastMinute(nowMs) == 0) {
            partitionsFreed.clear();
        }
        partitionsFreed.add(partition);
        transactionsEnded.add(nowMs);
    }

    /** The transactions that hang now and are not ended. */
    public void hanging(List<Hang> found) {
        hanging = List.copyOf(found);
    }

    public long takeOvers() {
        return takeOvers.sum();
    }

    public long threadsReplaced() {
        return threadsReplaced.sum();
    }

    /** The number of transactions that were ended, one for each partition. */
    public long transactionsEnded() {
        return transactionsEnded.total();
    }

    /** The partitions on which a transaction was ended within the last minute before {@code nowMs}. */
    public synchronized List<String> freedLately(long nowMs) {
        return transactionsEnded.inLastMinute(nowMs) == 0 ? List.of() : List.copyOf(partitionsFreed);
    }

    public List<Hang> hanging() {
        return hanging;
    }
}
