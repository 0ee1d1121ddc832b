package io.exitbrain.topology.evidence;

import java.util.HashMap;
import java.util.Map;

/**
 * Whether the group still counts on this process. A process that was paused, or cut off, longer than its session no longer owns its
 * partitions, but does not know it yet: its state is old. So after a silence of the group coordinator this process must hear from it
 * twice before its state counts again. The first answer may only say that the process is no member any more.
 *
 * <p>Times are milliseconds of a clock that never goes back.
 */
public final class Membership {

    private static final int CONFIRMATIONS = 2;

    /** A gap between two observations that says that this process was paused: an answer may be from before the pause. */
    private static final long PAUSE_MS = 2_000;

    private final long silenceMs;
    private final Map<String, Heard> consumers = new HashMap<>();
    private long observedAtMs = Long.MIN_VALUE;

    private static final class Heard {
        private long answers;
        private long newestAtMs = Long.MIN_VALUE;
        private long sinceSilence;
    }

    /** {@code silenceMs}: a longer silence of the coordinator can mean that the session has ended. */
    public Membership(long silenceMs) {
        this.silenceMs = silenceMs;
    }

    /** The number of answers of the coordinator to each consumer until {@code nowMs}. */
    public synchronized void observe(Map<String, Long> answers, long nowMs) {
        boolean wasPaused = observedAtMs != Long.MIN_VALUE && nowMs - observedAtMs > PAUSE_MS;
        observedAtMs = nowMs;
        consumers.keySet().retainAll(answers.keySet());
        answers.forEach((client, total) -> {
            Heard heard = consumers.computeIfAbsent(client, first -> new Heard());
            long more = total - heard.answers;
            heard.answers = total;
            if (wasPaused) {
                heard.sinceSilence = 0;
            } else if (more > 0) {
                heard.sinceSilence = isSilent(heard, nowMs) ? more : heard.sinceSilence + more;
                heard.newestAtMs = nowMs;
            }
        });
    }

    /** Whether the coordinator has confirmed every consumer, and was not silent since. */
    public synchronized boolean isConfirmed(long nowMs) {
        return !consumers.isEmpty()
                && consumers.values().stream()
                        .allMatch(heard -> heard.sinceSilence >= CONFIRMATIONS && !isSilent(heard, nowMs));
    }

    private boolean isSilent(Heard heard, long nowMs) {
        return heard.newestAtMs == Long.MIN_VALUE || nowMs - heard.newestAtMs > silenceMs;
    }
}
