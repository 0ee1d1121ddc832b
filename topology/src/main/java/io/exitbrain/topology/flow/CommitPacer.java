package io.exitbrain.topology.flow;

import java.time.Duration;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Requests a commit after output, because output is visible only then: at once if the last commit ended more than {@link #GAP_MS} ago,
 * otherwise {@link #GAP_MS} after it ended, so that the records between two commits share the second one. Output of records older than
 * {@link #LIVE_MS} waits for the regular commit interval: while the engine catches up with history, fewer commits matter more than
 * milliseconds.
 *
 * <p>A commit covers all tasks of a thread, so the tasks of a thread share one {@link Pace}.
 */
public final class CommitPacer {

    /** Time to process between two commits, milliseconds. */
    static final long GAP_MS = 2;

    /** Largest age of a live record, milliseconds. */
    static final long LIVE_MS = 1_000;

    private final ProcessorContext<?, ?> context;
    private final Pace pace;

    CommitPacer(ProcessorContext<?, ?> context, Pace pace) {
        this.context = context;
        this.pace = pace;
    }

    /** The processing of a record starts at {@code nowMs}. */
    void processing(long nowMs) {
        pace.processing(nowMs);
    }

    /** A record with {@code timestamp}, epoch milliseconds, caused output. */
    void emitted(long timestamp) {
        long nowMs = context.currentSystemTimeMs();
        if (nowMs - timestamp > LIVE_MS || pace.waiting != null) {
            return;
        }
        long restMs = pace.committedAtMs + GAP_MS - nowMs;
        if (restMs <= 0 || restMs > GAP_MS) {
            requestCommit();
        } else {
            pace.owner = this;
            pace.waiting =
                    context.schedule(Duration.ofMillis(restMs), PunctuationType.WALL_CLOCK_TIME, atMs -> waited());
        }
    }

    private void waited() {
        pace.stopWaiting();
        requestCommit();
    }

    private void requestCommit() {
        context.commit();
        if (!pace.isObserved) {
            pace.begins();
        }
    }

    /** Cancels the waiting request of a closing task. Closing the task commits its output. */
    void close() {
        if (pace.owner == this) {
            pace.stopWaiting();
        }
    }

    /** The commit state that the tasks of one thread share. */
    public static final class Pace {

        private static final ThreadLocal<Pace> OF_THREAD = ThreadLocal.withInitial(Pace::new);

        private boolean isObserved;
        private boolean isCommitting;
        private long committedAtMs;
        private @Nullable Cancellable waiting;
        private @Nullable CommitPacer owner;

        /** The pace of the current stream thread. */
        public static Pace ofThread() {
            return OF_THREAD.get();
        }

        /** The thread's state store reports each commit by {@link #begins}. Without such a store a request counts as the commit. */
        public void observed() {
            isObserved = true;
        }

        /** A commit has begun. The thread processes its next record only after the commit. */
        public void begins() {
            isCommitting = true;
        }

        /** The processing of a record starts at {@code nowMs}, so a commit that began before has ended. */
        public void processing(long nowMs) {
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
