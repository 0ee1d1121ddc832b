package io.exitbrain.audit.measure;

import org.HdrHistogram.Histogram;

/** Delays in milliseconds. Its memory does not grow with their number. */
public final class Delays {

    private static final int DIGITS = 3;

    private final Histogram histogram = new Histogram(DIGITS);

    /** A delay below 0 counts as 0: the clocks of two machines differ. */
    void add(long milliseconds) {
        histogram.recordValue(Math.max(0, milliseconds));
    }

    /**
     * The delays in numbers, in milliseconds.
     *
     * @param count how many there are; with 0 the others are 0
     */
    public record Summary(long count, long p50, long p99, long max) {

        @Override
        public String toString() {
            return count == 0 ? "none" : "p50 %d ms, p99 %d ms, max %d ms (%d)".formatted(p50, p99, max, count);
        }
    }

    public Summary summary() {
        return new Summary(
                histogram.getTotalCount(),
                histogram.getValueAtPercentile(50),
                histogram.getValueAtPercentile(99),
                histogram.getMaxValue());
    }
}
