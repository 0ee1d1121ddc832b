package io.exitbrain.lab.simulation;

import java.util.Optional;

/** Waits after a stop until the mark comes back to a level. It looks ahead of the trade: its result is a diagnosis, and never an input. */
final class ComeBack {

    private final double sign;
    private final double level;
    private final long stoppedAt;
    private long cameBackAt = -1;

    /** {@code sign} is 1 for a long, -1 for a short. */
    ComeBack(double sign, double level, long stoppedAt) {
        this.sign = sign;
        this.level = level;
        this.stoppedAt = stoppedAt;
    }

    /** Takes a mark; true if it came back to the level with it, and nothing is left to wait for. */
    boolean sees(double price, long time) {
        if (sign * (price - level) < 0) {
            return false;
        }
        cameBackAt = time;
        return true;
    }

    /** Milliseconds from the stop to the level; empty if the mark did not come back. */
    Optional<Long> afterMs() {
        return cameBackAt < 0 ? Optional.empty() : Optional.of(cameBackAt - stoppedAt);
    }

    long stoppedAt() {
        return stoppedAt;
    }
}
