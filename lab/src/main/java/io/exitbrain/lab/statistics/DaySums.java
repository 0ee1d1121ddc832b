package io.exitbrain.lab.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Values that belong to days: the sum and the number of the values of each day. A day may have none. */
public final class DaySums {

    private static final int MIN_NEIGHBOURS = 3;
    /** Squares of values in R: a sum below this is rounding. */
    private static final double ROUNDING = 1e-20;

    private final double[] sums;
    private final int[] counts;

    private DaySums(double[] sums, int[] counts) {
        this.sums = sums;
        this.counts = counts;
    }

    /**
     * @param days how many days there are
     * @param dayOf the day of each value, from 0 to {@code days - 1}
     * @param values finite numbers, as many as {@code dayOf}
     * @throws IllegalArgumentException if the lengths differ, a day is out of range or a value is not finite
     */
    public static DaySums of(int days, int[] dayOf, double[] values) {
        if (dayOf.length != values.length) {
            throw new IllegalArgumentException(
                    "each value needs a day, were %d values and %d days".formatted(values.length, dayOf.length));
        }
        DaySums result = new DaySums(new double[days], new int[days]);
        for (int i = 0; i < values.length; i++) {
            result.add(dayOf[i], values[i]);
        }
        return result;
    }

    private void add(int day, double value) {
        if (day < 0 || day >= sums.length) {
            throw new IllegalArgumentException("day must be from 0 to %d, was %d".formatted(sums.length - 1, day));
        }
        sums[day] += Numbers.finite(value);
        counts[day]++;
    }

    public int days() {
        return sums.length;
    }

    public double sum(int day) {
        return sums[day];
    }

    public int count(int day) {
        return counts[day];
    }

    /** How many values there are. */
    public int size() {
        return Arrays.stream(counts).sum();
    }

    /** How many days have a value. */
    public int daysWithValues() {
        return (int) Arrays.stream(counts).filter(count -> count > 0).count();
    }

    /** The mean of all values; empty if there is none. */
    public Optional<Double> mean() {
        return mean(0, days());
    }

    /** The mean of the values of the days from {@code from} to before {@code to}; empty if they have none. */
    public Optional<Double> mean(int from, int to) {
        int count = count(from, to);
        return count == 0 ? Optional.empty() : Optional.of(sum(from, to) / count);
    }

    /** How many values the days from {@code from} to before {@code to} have. */
    public int count(int from, int to) {
        return IntStream.range(from, to).map(day -> counts[day]).sum();
    }

    /**
     * How alike neighbouring days are: the correlation of each day with the next, from -1 to 1, where a day counts by
     * how far the sum of its values is from what the mean would give. Empty if there are fewer than three days or all
     * are equal.
     */
    public Optional<Double> correlationOfNeighbours() {
        double mean = mean().orElse(0.0);
        double products = 0;
        double squares = 0;
        double before = 0;
        for (int day = 0; day < days(); day++) {
            double distance = sums[day] - mean * counts[day];
            products += before * distance;
            squares += distance * distance;
            before = distance;
        }
        return days() < MIN_NEIGHBOURS || squares <= ROUNDING ? Optional.empty() : Optional.of(products / squares);
    }

    double sum(int from, int to) {
        double sum = 0;
        for (int day = from; day < to; day++) {
            sum += sums[day];
        }
        return sum;
    }
}
