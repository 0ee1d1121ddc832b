package io.exitbrain.lab.command;

import io.exitbrain.lab.terminal.StatusLine;
import java.io.PrintWriter;
import java.time.Duration;

/** The progress of a run on one line of a terminal, with the time that is left. */
final class Progress {

    private static final int WIDTH = 30;
    private static final long EVERY_NANOS = Duration.ofMillis(200).toNanos();

    private final StatusLine status;
    private long startedNanos = System.nanoTime();
    private long saidNanos;
    private double lastShare;

    Progress(PrintWriter err) {
        this.status = StatusLine.on(err);
    }

    /** The share of the input that was read, 0 to 1. A share that falls begins the second reading. */
    void share(double share) {
        long now = System.nanoTime();
        if (share < lastShare) {
            startedNanos = now;
        }
        lastShare = share;
        if (now - saidNanos >= EVERY_NANOS) {
            saidNanos = now;
            status.show(line(share, now - startedNanos));
        }
    }

    private static String line(double share, long elapsedNanos) {
        int done = (int) (WIDTH * Math.min(1, share));
        long leftSeconds = share <= 0
                ? 0
                : Duration.ofNanos((long) (elapsedNanos / share * (1 - share))).toSeconds();
        return "[%s%s] %3.0f %%, %d s left"
                .formatted("#".repeat(done), ".".repeat(WIDTH - done), 100 * share, leftSeconds);
    }

    /** Clears the line. */
    void end() {
        status.clear();
    }
}
