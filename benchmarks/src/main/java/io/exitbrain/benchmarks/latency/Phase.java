package io.exitbrain.benchmarks.latency;

/**
 * A period with a constant rate.
 *
 * @param pricesPerSecond at most a thousand for each symbol, so that two prices of a symbol never have the same millisecond
 * @param isMeasured false for a warm-up
 */
record Phase(int pricesPerSecond, int seconds, boolean isMeasured) {

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int MS_PER_SECOND = 1_000;

    long prices() {
        return (long) pricesPerSecond * seconds;
    }

    long millis() {
        return (long) seconds * MS_PER_SECOND;
    }

    /** The time when price {@code number} of this phase is due, since the begin of the phase. */
    long dueNanos(long number) {
        return number * NANOS_PER_SECOND / pricesPerSecond;
    }

    /** The event time of price {@code number}, since the begin of the phase. */
    long eventMs(long number) {
        return number * MS_PER_SECOND / pricesPerSecond;
    }

    /** The first price with an event time of {@code ms} or later. */
    long firstAt(long ms) {
        return (ms * pricesPerSecond + MS_PER_SECOND - 1) / MS_PER_SECOND;
    }
}
