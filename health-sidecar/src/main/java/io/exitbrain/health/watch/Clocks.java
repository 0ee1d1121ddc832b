package io.exitbrain.health.watch;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The two clocks: what people read, which may jump, and what intervals and ages are measured with, which may not.
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
