package io.exitbrain.lab.statistics;

import java.util.Arrays;
import java.util.Optional;

/** Numbers of results in the order in which they came. */
public final class Results {

    private Results() {}

    /** The sums of the first, the first two, ... results. */
    public static double[] cumulative(double[] results) {
        double[] sums = Numbers.allFinite(results).clone();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        return sums;
    }

    /**
     * How far each cumulative sum is below the highest one until then, which is at least 0: 0 or more, in the unit of
     * the results.
     */
    public static double[] drawdowns(double[] results) {
        double[] sums = cumulative(results);
        double highest = 0;
        for (int i = 0; i < sums.length; i++) {
            highest = Math.max(highest, sums[i]);
            sums[i] = highest - sums[i];
        }
        return sums;
    }

    /** The largest of the drawdowns; empty without results. */
    public static Optional<Double> maxDrawdown(double[] results) {
        return Arrays.stream(drawdowns(results)).max().stream().boxed().findFirst();
    }

    /** How many results below 0 came one after another at most. */
    public static int longestLosingStreak(double[] results) {
        int longest = 0;
        int streak = 0;
        for (double result : results) {
            streak = result < 0 ? streak + 1 : 0;
            longest = Math.max(longest, streak);
        }
        return longest;
    }

    /** The sum of the results above 0 divided by the size of the sum of those below 0; empty if none is below 0. */
    public static Optional<Double> profitFactor(double[] results) {
        double gains = Arrays.stream(results).filter(result -> result > 0).sum();
        double losses = -Arrays.stream(results).filter(result -> result < 0).sum();
        return losses == 0 ? Optional.empty() : Optional.of(gains / losses);
    }
}
