package io.exitbrain.benchmarks.report;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A number that the engine is to keep to, and what this run measured of it.
 *
 * @param atMost whether {@code bound} is the most or the least that is allowed
 * @param value as measured
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

    /** The quotient of two medians; empty where one of them was not measured. */
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
