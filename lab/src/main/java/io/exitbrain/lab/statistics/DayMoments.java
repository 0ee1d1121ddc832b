package io.exitbrain.lab.statistics;

import java.util.Arrays;

/**
 * The mean over the values of days, which is a ratio of two sums, and its standard error with days as units: Cochran,
 * "Sampling Techniques" (1977), section 2.11. Both also of samples in which a day may be several times, or not.
 */
final class DayMoments {

    /**
     * Values are in R: a difference of two means below this is rounding, and so is this share of two sums in their
     * difference.
     */
    private static final double ROUNDING = 1e-12;

    private final double[] distances;
    private final double[] counts;
    private final int daysWithValues;
    private final double mean;
    private final double error;

    DayMoments(DaySums series) {
        counts = new double[series.days()];
        Arrays.setAll(counts, series::count);
        daysWithValues = series.daysWithValues();
        mean = series.mean().orElse(Double.NaN);
        distances = new double[series.days()];
        Arrays.setAll(distances, day -> series.sum(day) - mean * counts[day]);
        int[] once = new int[counts.length];
        Arrays.fill(once, 1);
        error = of(once).error(daysWithValues);
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
     * The distance of the mean of a sample from the mean, divided by the standard error of the sample. NaN if the
     * sample has no value.
     *
     * @param times how often each day is in the sample
     */
    double ratio(int[] times) {
        Moments moments = of(times);
        return moments.count() == 0 ? Double.NaN : ratio(moments.distance(), moments.error(daysWithValues));
    }

    private static double ratio(double distance, double error) {
        return Math.abs(distance) <= ROUNDING ? 0 : distance / error;
    }

    private Moments of(int[] times) {
        double sum = 0;
        double count = 0;
        double sumSquares = 0;
        double products = 0;
        double countSquares = 0;
        for (int day = 0; day < times.length; day++) {
            double distance = times[day] * distances[day];
            double values = times[day] * counts[day];
            sum += distance;
            count += values;
            sumSquares += distance * distances[day];
            products += distance * counts[day];
            countSquares += values * counts[day];
        }
        return new Moments(sum, count, sumSquares, products, countSquares);
    }

    /**
     * Sums over the days of a sample: of the distances of the days from the mean, of the numbers of their values, of
     * squares and products.
     */
    private record Moments(double sum, double count, double sumSquares, double products, double countSquares) {

        double distance() {
            return sum / count;
        }

        double error(int days) {
            double moved = distance() * distance() * countSquares;
            double squares = sumSquares - 2 * distance() * products + moved;
            boolean isZero = squares <= ROUNDING * (sumSquares + moved);
            return isZero ? 0 : Math.sqrt(squares * days / (days - 1.0)) / count;
        }
    }
}
