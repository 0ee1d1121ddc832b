package io.exitbrain.lab.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.hipparchus.stat.descriptive.rank.Percentile.EstimationType;

/** Numbers of a set of values, whose order does not count. All are empty for a set without values. */
public final class Distribution {

    private static final double MEDIAN = 0.5;

    private Distribution() {}

    public static Optional<Double> mean(double[] values) {
        return Arrays.stream(Numbers.allFinite(values)).average().stream()
                .boxed()
                .findFirst();
    }

    public static Optional<Double> median(double[] values) {
        return percentile(values, MEDIAN);
    }

    /**
     * The value below which a share of the values lies, interpolated between neighbours. Source: Hyndman, Fan, "Sample
     * Quantiles in Statistical Packages" (1996), definition 7.
     *
     * @param share over 0, at most 1
     */
    public static Optional<Double> percentile(double[] values, double share) {
        Numbers.allFinite(values);
        return values.length == 0 ? Optional.empty() : Optional.of(quantile(values, share));
    }

    /** The same of at least one value, which may be infinite. The result is then infinite, or NaN. */
    static double quantile(double[] values, double share) {
        return new Percentile().withEstimationType(EstimationType.R_7).evaluate(values, 100 * share);
    }

    /**
     * The mean of the lowest share of the values: conditional value at risk. If the share is no whole number of values,
     * the last one counts in part. Source: Acerbi, Tasche, "On the coherence of expected shortfall" (2002), definition
     * 2.6, with the sign of the values.
     *
     * @param share over 0, at most 1
     */
    public static Optional<Double> meanOfLowest(double[] values, double share) {
        if (values.length == 0) {
            return Optional.empty();
        }
        double[] sorted = sorted(values);
        double wanted = share * sorted.length;
        double sum = 0;
        for (int i = 0; i < sorted.length && i < wanted; i++) {
            sum += Math.min(1, wanted - i) * sorted[i];
        }
        return Optional.of(sum / wanted);
    }

    /** The steps of the empirical distribution function, one for each distinct value, in ascending order. */
    public static List<Step> steps(double[] values) {
        double[] sorted = sorted(values);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < sorted.length; i++) {
            if (i == sorted.length - 1 || sorted[i] < sorted[i + 1]) {
                steps.add(new Step(sorted[i], (i + 1.0) / sorted.length));
            }
        }
        return List.copyOf(steps);
    }

    private static double[] sorted(double[] values) {
        double[] sorted = Numbers.allFinite(values).clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /**
     * A step of a distribution function.
     *
     * @param share the share of the values that are {@code value} or less
     */
    public record Step(double value, double share) {}
}
