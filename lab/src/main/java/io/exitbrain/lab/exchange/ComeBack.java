package io.exitbrain.lab.exchange;

import java.util.Optional;

/** Waits after a stop until the mark comes back to a level. It looks ahead of the trade: its result is a diagnosis, and never an input. */
public final class ComeBack {

    private final double sign;
    private final double level;
    private final long stoppedAt;
    private long cameBackAt = -1;

    /** {@code sign} is 1 for a long, -1 for a short. */
    public ComeBack(double sign, double level, long stoppedAt) {
        this.sign = sign;
        this.level = level;
        this.stoppedAt = stoppedAt;
    }

    /** Takes a mark; true if it came back to the level with it, and nothing is left to wait for. */
    public boolean sees(double price, long time) {
        if (sign * (price - level) < 0) {
            return false;
        }
        cameBackAt = time;
        return true;
    }

    /** Milliseconds from the stop to the level; empty if the mark did not come back. */
    public Optional<Long> afterMs() {
        return cameBackAt < 0 ? Optional.empty() : Optional.of(cameBackAt - stoppedAt);
    }

    public long stoppedAt() {
        return stoppedAt;
    }
}
