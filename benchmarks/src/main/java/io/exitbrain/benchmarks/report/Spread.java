package io.exitbrain.benchmarks.report;

import java.util.List;

/** What the rounds gave: the middle one, the smallest and the largest. */
public record Spread(double median, double least, double most, int rounds) {

    /** Of at least one value; between two middle ones the median is their mean. */
    public static Spread of(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int rounds = sorted.length;
        double median = (sorted[(rounds - 1) / 2] + sorted[rounds / 2]) / 2;
        return new Spread(median, sorted[0], sorted[rounds - 1], rounds);
    }

    String shown(Measure measure) {
        return rounds == 1
                ? measure.shown(median)
                : "%s (%s-%s)".formatted(measure.shown(median), measure.shown(least), measure.shown(most));
    }
}
