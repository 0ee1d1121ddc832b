package io.exitbrain.audit.record;

import java.util.LinkedHashMap;
import java.util.Map;

/** The timestamps that were far ahead of what came behind them, and the times that counted instead. It keeps the newest ones. */
final class Outliers {

    private static final int KEPT = 10_000;

    private final Map<Long, Long> times = new LinkedHashMap<>();

    /** The time that counts for {@code timestamp}: an output has the timestamp of its cause, and comes after it. */
    long timeOf(long timestamp) {
        return times.getOrDefault(timestamp, timestamp);
    }

    void counted(long timestamp, long time) {
        if (time != timestamp) {
            times.putIfAbsent(timestamp, time);
        }
        if (times.size() > KEPT) {
            times.remove(times.keySet().iterator().next());
        }
    }
}
