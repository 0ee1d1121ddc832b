package io.exitbrain.lab.statistics;

/**
 * A mean and the limits of its 95 % interval, in the unit of the values.
 *
 * @param standardError of the mean, with days as units
 */
public record Estimate(double mean, double low, double high, double standardError) {

    /** Whether the whole interval is above 0. */
    public boolean isAboveZero() {
        return low > 0;
    }

    /** Whether the whole interval is below 0. */
    public boolean isBelowZero() {
        return high < 0;
    }
}
