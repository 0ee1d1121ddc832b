package io.exitbrain.topology.flow;

import java.time.Duration;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Requests a commit after output, because output is visible only then: at once if the last commit ended more than {@link #GAP_MS} ago,
 * otherwise {@link #GAP_MS} after it ended, so that the records between two commits share the second one. Output of records older than
 * {@link #LIVE_MS} waits for the regular commit interval: that is history being caught up with, where fewer commits matter more than
 * milliseconds.
 *
 * <p>A commit is one for all tasks of a thread, so the tasks of a thread share the pace.
 */
public final class CommitPacer {

    /** Time to process between two commits, milliseconds. */
    static final long GAP_MS = 2;

    /** How old a record may be to count as live, milliseconds. */
    static final long LIVE_MS = 1_000;

    private final ProcessorContext<?, ?> context;
    private final Pace pace;

    CommitPacer(ProcessorContext<?, ?> context, Pace pace) {
        this.context = context;
        this.pace = pace;
    }

    /** A record is at hand at {@code nowMs}. */
    void processing(long nowMs) {
        pace.processing(nowMs);
    }

    /** Something was emitted for a record of {@code timestamp}, epoch milliseconds. */
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

    /** The task goes: what it had to ask for is committed with its end. */
    void close() {
        if (pace.owner == this) {
            pace.stopWaiting();
        }
    }

    /** How the tasks of one thread commit. */
    public static final class Pace {

        private static final ThreadLocal<Pace> OF_THREAD = ThreadLocal.withInitial(Pace::new);

        private boolean isObserved;
        private boolean isCommitting;
        private long committedAtMs;
        private @Nullable Cancellable waiting;
        private @Nullable CommitPacer owner;

        /** Of the stream thread that asks. */
        public static Pace ofThread() {
            return OF_THREAD.get();
        }

        /** The state store of the thread reports each commit by {@link #begins}; without that a request counts as the commit. */
        public void observed() {
            isObserved = true;
        }

        /** A commit has begun: the next thing that happens on this thread happens after it. */
        public void begins() {
            isCommitting = true;
        }

        /** A record is at hand at {@code nowMs}: the commit that began before it has ended. */
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
