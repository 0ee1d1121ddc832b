package io.exitbrain.topology.vitals;

import java.util.concurrent.atomic.LongAdder;

/** How often this instance has mended what a crash had left, or a part of itself. */
public final class RecoveryVitals {

    private final LongAdder takeOvers = new LongAdder();
    private final LongAdder threadsReplaced = new LongAdder();
    private final LongAdder transactionsEnded = new LongAdder();

    /** This instance has removed a dead one from the group. */
    public void tookOver() {
        takeOvers.increment();
    }

    /** A stream thread was put out of the group, and another one has its place. */
    public void replacedThread() {
        threadsReplaced.increment();
    }

    /** This instance has ended a transaction that hung on a partition. */
    public void endedTransaction() {
        transactionsEnded.increment();
    }

    public long takeOvers() {
        return takeOvers.sum();
    }

    public long threadsReplaced() {
        return threadsReplaced.sum();
    }

    /** One for each partition. */
    public long transactionsEnded() {
        return transactionsEnded.sum();
    }
}
