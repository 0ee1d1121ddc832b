package io.exitbrain.audit.steps;

import java.util.HashMap;
import java.util.Map;

/**
 * How far the times of two inputs of a symbol may be apart, and yet the engine may have read the later one first. The times themselves tell
 * it: the order inside a topic, and that of the causes of events, is known. Where times go back in one of them, the clocks of two topics
 * may differ by twice as much, and times as far apart say nothing of the order across topics.
 */
final class Doubt {

    private static final long MAX_MS = 30_000;
    private static final long LASTS_MS = 120_000;
    private static final long NEVER = Long.MIN_VALUE / 4;

    private final Map<String, Long> newest;
    private long widest;
    private long since = NEVER;

    Doubt() {
        this(new HashMap<>());
    }

    private Doubt(Map<String, Long> newest) {
        this.newest = newest;
    }

    Doubt copy() {
        Doubt copy = new Doubt(new HashMap<>(newest));
        copy.widest = widest;
        copy.since = since;
        return copy;
    }

    /** Takes the timestamp of the next input of {@code sequence}, of which the order is known. A time that is far ahead or behind tells nothing. */
    void follows(String sequence, long time) {
        long before = newest.getOrDefault(sequence, NEVER);
        long back = before - time;
        if (Math.abs(back) > MAX_MS) {
            newest.put(sequence, time);
            return;
        }
        if (back > 0 && (back >= widest || time - since > LASTS_MS)) {
            widest = back;
            since = before;
        }
        newest.put(sequence, Math.max(before, time));
    }

    /** Milliseconds at {@code time}; 0: only equal times say nothing. */
    long at(long time) {
        return time - since > LASTS_MS ? 0 : 2 * widest;
    }
}
