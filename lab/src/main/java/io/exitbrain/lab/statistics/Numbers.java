package io.exitbrain.lab.statistics;

/** Checks of numbers. */
final class Numbers {

    private Numbers() {}

    /** @throws IllegalArgumentException if the value is infinite or no number */
    static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a value must be a finite number, was " + value);
        }
        return value;
    }

    static double[] allFinite(double[] values) {
        for (double value : values) {
            finite(value);
        }
        return values;
    }
}
