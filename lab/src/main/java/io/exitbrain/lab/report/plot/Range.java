package io.exitbrain.lab.report.plot;

import io.exitbrain.lab.statistics.Distribution;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/** From the lowest to the highest value that a plot shows. */
record Range(double low, double high) {

    /** This share of the values may be beyond each end, so that a few of them do not squeeze the others. */
    private static final double BEYOND = 0.005;

    private static final double MARGIN = 0.04;

    /** Holds nearly all of the values, and {@code least} in full; {@code least} has at least one value. */
    static Range of(DoubleStream values, double... least) {
        double[] all = values.toArray();
        double[] ends = DoubleStream.concat(
                        Arrays.stream(least),
                        DoubleStream.of(BEYOND, 1 - BEYOND)
                                .flatMap(share -> Distribution.percentile(all, share).stream()
                                        .mapToDouble(Double::doubleValue)))
                .sorted()
                .toArray();
        return new Range(ends[0], ends[ends.length - 1]).withMargin();
    }

    /** Holds all of the values, of which there is at least one. */
    static Range ofAll(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Range(sorted[0], sorted[sorted.length - 1]).withMargin();
    }

    private Range withMargin() {
        double margin = MARGIN * (high - low);
        double least = Math.max(Math.abs(low), Math.abs(high)) * 1e-6;
        double width = margin > least ? margin : Math.max(least, 1e-9);
        return new Range(low - width, high + width);
    }

    boolean holds(double value) {
        return value >= low && value <= high;
    }
}
