package io.exitbrain.topology.vitals;

import java.util.Arrays;
import java.util.function.DoubleConsumer;

/**
 * Measures the time from an input record's timestamp to the commit of the command that it caused, because a command is visible only then.
 * A stream thread writes the commands of a transaction one after another and then commits it.
 */
public final class Latency {

    /** Commands of one transaction that are measured; more are not. */
    private static final int MAX_COMMANDS = 1_000;

    private final ThreadLocal<Open> open = ThreadLocal.withInitial(Open::new);
    private volatile DoubleConsumer seconds = latency -> {};

    /** The commands of a transaction that is not committed yet. */
    private static final class Open {
        private long[] timestampsMs = new long[16];
        private int size;
    }

    /** Sends each latency to {@code observer}, in seconds. */
    public void observe(DoubleConsumer observer) {
        seconds = observer;
    }

    /** This thread has sent a command that a record with {@code timestampMs} caused, epoch milliseconds. */
    public void sent(long timestampMs) {
        Open now = open.get();
        if (now.size == now.timestampsMs.length && now.size < MAX_COMMANDS) {
            now.timestampsMs = Arrays.copyOf(now.timestampsMs, now.size * 2);
        }
        if (now.size < now.timestampsMs.length) {
            now.timestampsMs[now.size++] = timestampMs;
        }
    }

    /** This thread has committed its commands at {@code nowMs}, wall clock. */
    public void committed(long nowMs) {
        Open now = open.get();
        for (int i = 0; i < now.size; i++) {
            seconds.accept(Math.max(0, nowMs - now.timestampsMs[i]) / 1_000.0);
        }
        now.size = 0;
    }

    /** The transaction of this thread was aborted, and its commands with it. */
    public void aborted() {
        open.get().size = 0;
    }
}
