package io.exitbrain.topology;

import java.time.Duration;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a commit as soon as something was said, because nobody sees it before: at once after a silence, else {@link #GAP_MS} after
 * the end of the commit before, so that what waits is processed between two commits and shares the second. What was said about records
 * older than {@link #LIVE_MS} waits for the regular commit interval: that is history being caught up with, where fewer commits are
 * worth more than milliseconds.
 *
 * <p>A commit is one for all tasks of a thread, so the tasks of a thread share the pace.
 */
final class CommitSoon {

    /** Time to process between two commits, milliseconds. */
    static final long GAP_MS = 2;

    /** How old a record may be to count as live, milliseconds. */
    static final long LIVE_MS = 1_000;

    private final ProcessorContext<?, ?> context;
    private final Pace pace;

    CommitSoon(ProcessorContext<?, ?> context, Pace pace) {
        this.context = context;
        this.pace = pace;
    }

    /** A record is at hand at {@code nowMs}. */
    void processing(long nowMs) {
        pace.processing(nowMs);
    }

    /** Something was said about a record of {@code timestamp}, epoch milliseconds. */
    void said(long timestamp) {
        long nowMs = context.currentSystemTimeMs();
        if (nowMs - timestamp > LIVE_MS || pace.waiting != null) {
            return;
        }
        long restMs = pace.committedAtMs + GAP_MS - nowMs;
        if (restMs <= 0 || restMs > GAP_MS) {
            context.commit();
        } else {
            pace.owner = this;
            pace.waiting =
                    context.schedule(Duration.ofMillis(restMs), PunctuationType.WALL_CLOCK_TIME, atMs -> waited());
        }
    }

    private void waited() {
        pace.stopWaiting();
        context.commit();
    }

    /** The task goes: what it had to ask for is committed with its end. */
    void close() {
        if (pace.owner == this) {
            pace.stopWaiting();
        }
    }

    /** How the tasks of one thread commit. */
    static final class Pace {

        private static final ThreadLocal<Pace> OF_THREAD = ThreadLocal.withInitial(Pace::new);

        private boolean isCommitting;
        private long committedAtMs;
        private @Nullable Cancellable waiting;
        private @Nullable CommitSoon owner;

        /** Of the stream thread that asks. */
        static Pace ofThread() {
            return OF_THREAD.get();
        }

        /** A commit has begun: the next thing that happens on this thread happens after it. */
        void begins() {
            isCommitting = true;
        }

        /** A record is at hand at {@code nowMs}: the commit that began before it has ended. */
        void processing(long nowMs) {
            if (isCommitting) {
                isCommitting = false;
                committedAtMs = nowMs;
            }
        }

        private void stopWaiting() {
            if (waiting != null) {
                waiting.cancel();
            }
            waiting = null;
            owner = null;
        }
    }
}
