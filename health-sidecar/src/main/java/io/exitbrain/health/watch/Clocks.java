package io.exitbrain.health.watch;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The two clocks: the wall clock, which people read and which may jump, and the clock for intervals and ages, which never jumps.
 *
 * @param nanos as {@link System#nanoTime()}
 */
public record Clocks(InstantSource wall, LongSupplier nanos) {

    private static final double NANOS_PER_SECOND = 1e9;

    public static final Clocks SYSTEM = new Clocks(InstantSource.system(), System::nanoTime);

    double secondsSince(long thenNanos) {
        return (nanos.getAsLong() - thenNanos) / NANOS_PER_SECOND;
    }
}
