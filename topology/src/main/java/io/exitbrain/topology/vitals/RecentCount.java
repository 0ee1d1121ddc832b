package io.exitbrain.topology.vitals;

import java.util.ArrayDeque;
import java.util.Deque;

/** Counts occurrences: all of them, and those of the last minute. */
public final class RecentCount {

    private static final long WINDOW_MS = 60_000;

    /** More than this in a minute need not be told apart. */
    private static final int MOST_REMEMBERED = 10_000;

    private final Deque<Long> recentMs = new ArrayDeque<>();
    private long total;

    synchronized void add(long nowMs) {
        total++;
        recentMs.addLast(nowMs);
        if (recentMs.size() > MOST_REMEMBERED) {
            recentMs.removeFirst();
        }
    }

    public synchronized long total() {
        return total;
    }

    public synchronized int inLastMinute(long nowMs) {
        while (!recentMs.isEmpty() && recentMs.getFirst() <= nowMs - WINDOW_MS) {
            recentMs.removeFirst();
        }
        return recentMs.size();
    }
}
