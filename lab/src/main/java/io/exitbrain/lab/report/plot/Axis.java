package io.exitbrain.lab.report.plot;

import io.exitbrain.lab.report.markup.Format;
import java.util.ArrayList;
import java.util.List;

/**
 * An axis: which value lies where, and which values are written beside it.
 *
 * @param label what it shows, and in which unit
 * @param low the value at its beginning; it may be above {@code high}
 * @param isLogarithmic whether equal ratios have equal lengths; all values must then be above 0
 */
record Axis(String label, double low, double high, boolean isLogarithmic, List<Tick> ticks) {

    private static final int MOST_TICKS = 6;
    private static final int MAX_DECIMALS = 10;
    private static final double[] NICE = {1, 2, 5, 10};

    Axis {
        ticks = List.copyOf(ticks);
    }

    record Tick(double value, String label) {}

    /** Ticks at round numbers. */
    static Axis linear(String label, Range range) {
        double step = niceStep((range.high() - range.low()) / MOST_TICKS);
        int decimals = (int) Math.min(MAX_DECIMALS, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
        List<Tick> ticks = new ArrayList<>();
        long first = (long) Math.ceil(range.low() / step);
        for (long i = first; i * step <= range.high(); i++) {
            ticks.add(new Tick(i * step, Format.fixed(i * step, decimals)));
        }
        return new Axis(label, range.low(), range.high(), false, ticks);
    }

    /** The smallest of 1, 2, 5 times a power of ten that is at least {@code least}. */
    static double niceStep(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double nice : NICE) {
            if (nice * power >= least * (1 - 1e-9)) {
                return nice * power;
            }
        }
        return NICE[NICE.length - 1] * power;
    }

    /** One place for each of {@code count} rows, from the top; no ticks. */
    static Axis rows(int count) {
        return new Axis("", count, 0, false, List.of());
    }

    /** A share from 0 to 1. */
    static Axis shares(String label) {
        return linear(label, new Range(0, 1));
    }

    /** Where a value lies: 0 at the beginning, 1 at the end. A value beyond an end lies at it. */
    double place(double value) {
        double place = isLogarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
        return Math.min(1, Math.max(0, place));
    }
}
