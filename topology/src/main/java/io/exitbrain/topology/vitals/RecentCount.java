package io.exitbrain.topology.vitals;

import java.util.ArrayDeque;
import java.util.Deque;

/** Counts events: the total, and those of the last minute. */
public final class RecentCount {

    private static final long WINDOW_MS = 60_000;

    /** The largest count of a minute; a larger one is reported as this. */
    private static final int MAX_RECENT = 10_000;

    private final Deque<Long> recentMs = new ArrayDeque<>();
    private long total;

    synchronized void add(long nowMs) {
        total++;
        recentMs.addLast(nowMs);
        if (recentMs.size() > MAX_RECENT) {
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
