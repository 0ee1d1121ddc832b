package io.exitbrain.demo.exchange;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The time of the exchange. It runs faster than the wall clock and starts in the past, so that it is never ahead of it.
 *
 * <pre>
 * simulated  start ──── speed x elapsed ────> end of the run
 * wall                     start of the run ─ 1 x ─> end of the run
 * </pre>
 */
public final class SimulatedClock {

    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final LongSupplier wallMs;
    private final int speed;
    private final long wallStartMs;
    private final long startMs;

    /** For a run of at most {@code maxRun}; after that it equals the wall clock. */
    public SimulatedClock(LongSupplier wallMs, int speed, Duration maxRun) {
        if (speed < 1) {
            throw new IllegalArgumentException("speed must be >= 1, was " + speed);
        }
        this.wallMs = wallMs;
        this.speed = speed;
        this.wallStartMs = wallMs.getAsLong();
        this.startMs = wallStartMs - maxRun.plus(MARGIN).toMillis() * (speed - 1L) - MARGIN.toMillis();
    }

    public long nowMs() {
        long wallNowMs = wallMs.getAsLong();
        return Math.min(wallNowMs, startMs + speed * (wallNowMs - wallStartMs));
    }
}
