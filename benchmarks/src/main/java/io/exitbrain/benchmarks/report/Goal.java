package io.exitbrain.benchmarks.report;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A goal of the engine, and the value that this run measured. The names of the components are keys of the JSON report.
 *
 * @param atMost whether {@code bound} is the largest value that meets the goal; if not, it is the smallest
 * @param value the measured value
 */
public record Goal(String name, boolean atMost, double bound, double value, boolean met) {

    private static Goal of(String name, boolean atMost, double bound, double value) {
        return new Goal(name, atMost, bound, value, atMost ? value <= bound : value >= bound);
    }

    public static Goal atMost(String name, double bound, double value) {
        return of(name, true, bound, value);
    }

    public static Goal atLeast(String name, double bound, double value) {
        return of(name, false, bound, value);
    }

    /** The quotient of two medians; empty if one of them was not measured. */
    public static OptionalDouble ratio(OptionalDouble above, OptionalDouble below) {
        return above.isPresent() && below.isPresent() && below.getAsDouble() != 0
                ? OptionalDouble.of(above.getAsDouble() / below.getAsDouble())
                : OptionalDouble.empty();
    }

    String boundInWords() {
        return (atMost ? "<= " : ">= ") + shown(bound);
    }

    String valueInWords() {
        return shown(value);
    }

    String verdict() {
        return met ? "met" : "NOT MET";
    }

    private static String shown(double number) {
        return String.format(Locale.ROOT, Math.abs(number) >= 100 ? "%,.0f" : "%.2f", number);
    }
}
