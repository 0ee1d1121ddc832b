package io.exitbrain.lab.statistics;

import java.util.Arrays;

/**
 * The mean over the values of days, which is a ratio of two sums, and its standard error with days as units: Cochran, "Sampling Techniques"
 * (1977), section 2.11. Both also of samples in which a day may be several times, or not.
 */
final class DayMoments {

    /** Values are in R: a difference of two means below this is rounding. */
    private static final double ROUNDING = 1e-12;

    private final double[] sums;
    private final double[] counts;
    private final int daysWithValues;
    private final double mean;
    private final double error;

    DayMoments(DaySums series) {
        sums = new double[series.days()];
        counts = new double[series.days()];
        Arrays.setAll(sums, series::sum);
        Arrays.setAll(counts, series::count);
        daysWithValues = series.daysWithValues();
        int[] once = new int[sums.length];
        Arrays.fill(once, 1);
        double count = dot(once, counts);
        mean = dot(once, sums) / count;
        error = error(once, mean, count);
    }

    int daysWithValues() {
        return daysWithValues;
    }

    double mean() {
        return mean;
    }

    double error() {
        return error;
    }

    double ratio() {
        return ratio(mean, error);
    }

    /**
     * The distance of the mean of a sample from the mean, divided by the standard error of the sample. NaN if the sample has no value.
     *
     * @param times how often each day is in the sample
     */
    double ratio(int[] times) {
        double count = dot(times, counts);
        if (count == 0) {
            return Double.NaN;
        }
        double sampled = dot(times, sums) / count;
        return ratio(sampled - mean, error(times, sampled, count));
    }

    private static double ratio(double distance, double error) {
        return Math.abs(distance) <= ROUNDING ? 0 : distance / error;
    }

    private double error(int[] times, double mean, double count) {
        double squares = 0;
        for (int day = 0; day < times.length; day++) {
            double distance = sums[day] - mean * counts[day];
            squares += times[day] * distance * distance;
        }
        return Math.sqrt(squares * daysWithValues / (daysWithValues - 1.0)) / count;
    }

    private static double dot(int[] times, double[] values) {
        double sum = 0;
        for (int day = 0; day < times.length; day++) {
            sum += times[day] * values[day];
        }
        return sum;
    }
}
