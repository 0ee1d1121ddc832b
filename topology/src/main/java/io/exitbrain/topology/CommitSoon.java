package io.exitbrain.topology;

import java.time.Duration;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a commit as soon as something was said, because nobody sees it before: at once after a silence, else when the commit before
 * is {@link #GAP_MS} old. What was said about records older than {@link #LIVE_MS} waits for the regular commit interval: that is
 * history being caught up with, where fewer commits are worth more than milliseconds.
 *
 * <p>A commit is one for all tasks of a thread, so the tasks of a thread share the pace.
 */
final class CommitSoon {

    /** Least time from one commit asked for to the next, milliseconds: commits follow each other no faster than they take. */
    static final long GAP_MS = 5;

    /** How old a record may be to count as live, milliseconds. */
    static final long LIVE_MS = 1_000;

    private static final ThreadLocal<Pace> PACE = ThreadLocal.withInitial(Pace::new);

    private final ProcessorContext<?, ?> context;

    CommitSoon(ProcessorContext<?, ?> context) {
        this.context = context;
    }

    /** Something was said about a record of {@code timestamp}, epoch milliseconds. */
    void said(long timestamp) {
        long nowMs = context.currentSystemTimeMs();
        Pace pace = PACE.get();
        if (nowMs - timestamp > LIVE_MS || pace.waiting != null) {
            return;
        }
        long restMs = pace.askedAtMs + GAP_MS - nowMs;
        if (restMs <= 0 || restMs > GAP_MS) {
            ask(pace, nowMs);
        } else {
            pace.owner = this;
            pace.waiting = context.schedule(
                    Duration.ofMillis(restMs), PunctuationType.WALL_CLOCK_TIME, atMs -> askAfterWait(pace, atMs));
        }
    }

    /** The task goes: what it had to ask for is committed with its end. */
    void close() {
        Pace pace = PACE.get();
        if (pace.owner == this) {
            pace.stopWaiting();
        }
    }

    private void askAfterWait(Pace pace, long nowMs) {
        pace.stopWaiting();
        ask(pace, nowMs);
    }

    private void ask(Pace pace, long nowMs) {
        pace.askedAtMs = nowMs;
        context.commit();
    }

    /** When the tasks of one thread last asked, and what will ask for them next. */
    private static final class Pace {

        private long askedAtMs;
        private @Nullable Cancellable waiting;
        private @Nullable CommitSoon owner;

        void stopWaiting() {
            if (waiting != null) {
                waiting.cancel();
            }
            waiting = null;
            owner = null;
        }
    }
}
