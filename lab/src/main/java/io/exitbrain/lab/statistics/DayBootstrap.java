package io.exitbrain.lab.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.moment.StandardDeviation;

/**
 * Samples of whole days, drawn once for several series together. All values of a day stay together, and the mean of a sample is over the
 * values of its days. So days with many values weigh more, as they do in the mean of the series. The blocks of days are stationary
 * (Politis, Romano 1994).
 */
public final class DayBootstrap {

    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;

    private final List<DaySums> series;
    private final double[][] means;

    private DayBootstrap(List<DaySums> series, double[][] means) {
        this.series = series;
        this.means = means;
    }

    /**
     * @param series all with the same days
     * @throws IllegalArgumentException if the days of two series differ in number
     */
    public static DayBootstrap of(List<DaySums> series, Resampling resampling) {
        if (series.stream().mapToInt(DaySums::days).distinct().count() > 1) {
            throw new IllegalArgumentException("all series must have the same days");
        }
        return new DayBootstrap(List.copyOf(series), means(series, resampling));
    }

    private static double[][] means(List<DaySums> series, Resampling resampling) {
        double[][] means = new double[series.size()][resampling.resamples()];
        int days = series.isEmpty() ? 0 : series.get(0).days();
        if (days == 0) {
            Arrays.stream(means).forEach(each -> Arrays.fill(each, Double.NaN));
            return means;
        }
        StationaryBlocks blocks = new StationaryBlocks(days, resampling.meanBlock(), resampling.seed());
        for (int sample = 0; sample < resampling.resamples(); sample++) {
            int[] times = timesDrawn(blocks, days);
            for (int each = 0; each < means.length; each++) {
                means[each][sample] = mean(series.get(each), times);
            }
        }
        return means;
    }

    /** How often each day is in the next sample, which has as many days as there are. */
    private static int[] timesDrawn(StationaryBlocks blocks, int days) {
        int[] times = new int[days];
        blocks.begin();
        for (int i = 0; i < days; i++) {
            times[blocks.next()]++;
        }
        return times;
    }

    /** The mean over the values of the drawn days; NaN if they have none. */
    private static double mean(DaySums series, int[] times) {
        double sum = 0;
        long count = 0;
        for (int day = 0; day < times.length; day++) {
            sum += times[day] * series.sum(day);
            count += (long) times[day] * series.count(day);
        }
        return sum / count;
    }

    /** How many series there are. */
    public int size() {
        return series.size();
    }

    int resamples() {
        return size() == 0 ? 0 : means[0].length;
    }

    double mean(int index) {
        return series.get(index).mean().orElseThrow();
    }

    /** The mean of a series in a sample; NaN if the days of the sample have no value of it. */
    double mean(int index, int sample) {
        return means[index][sample];
    }

    /**
     * The mean of a series with its 95 % percentile interval. Samples whose days have no value of the series are left out. Empty if fewer
     * than two days have a value: one day says nothing about the next.
     */
    public Optional<Estimate> estimate(int index) {
        if (!isKnown(index)) {
            return Optional.empty();
        }
        double[] drawn =
                Arrays.stream(means[index]).filter(mean -> !Double.isNaN(mean)).toArray();
        return Optional.of(new Estimate(
                mean(index),
                Distribution.percentile(drawn, LOW).orElseThrow(),
                Distribution.percentile(drawn, HIGH).orElseThrow(),
                new StandardDeviation().evaluate(drawn)));
    }

    boolean isKnown(int index) {
        return series.get(index).daysWithValues() > 1;
    }

    /** The series that have an estimate. */
    int[] known() {
        return IntStream.range(0, size()).filter(this::isKnown).toArray();
    }
}
