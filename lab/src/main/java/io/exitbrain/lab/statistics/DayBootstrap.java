package io.exitbrain.lab.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Samples of whole days, drawn once for several series together. All values of a day stay together, and the mean of a
 * sample is over the values of its days. So days with many values weigh more, as they do in the mean of the series. The
 * blocks of days are stationary (Politis, Romano 1994).
 *
 * <p>What is kept of a sample is how far its mean is from the mean of the series, divided by the standard error of the
 * sample itself: the bootstrap-t of Efron, Tibshirani, "An Introduction to the Bootstrap" (1993), section 12.5. Results
 * of exits are skewed: many small ones on one side, few large ones on the other. A sample that misses the few large
 * ones has a small error, too; without the division it would look too sure.
 */
public final class DayBootstrap {

    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;

    private final List<DayMoments> series;
    private final double[][] ratios;

    private DayBootstrap(List<DayMoments> series, double[][] ratios) {
        this.series = series;
        this.ratios = ratios;
    }

    /**
     * @param series all with the same days
     * @throws IllegalArgumentException if the days of two series differ in number
     */
    public static DayBootstrap of(List<DaySums> series, Resampling resampling) {
        if (series.stream().mapToInt(DaySums::days).distinct().count() > 1) {
            throw new IllegalArgumentException("all series must have the same days");
        }
        List<DayMoments> moments = series.stream().map(DayMoments::new).toList();
        int days = series.isEmpty() ? 0 : series.get(0).days();
        return new DayBootstrap(moments, ratios(moments, days, resampling));
    }

    private static double[][] ratios(List<DayMoments> series, int days, Resampling resampling) {
        double[][] ratios = new double[series.size()][days == 0 ? 0 : resampling.resamples()];
        if (days == 0) {
            return ratios;
        }
        StationaryBlocks blocks = new StationaryBlocks(days, resampling.meanBlock(), resampling.seed());
        for (int sample = 0; sample < resampling.resamples(); sample++) {
            int[] times = timesDrawn(blocks, days);
            for (int each = 0; each < ratios.length; each++) {
                ratios[each][sample] = series.get(each).ratio(times);
            }
        }
        return ratios;
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

    /** How many series there are. */
    public int size() {
        return series.size();
    }

    int resamples() {
        return size() == 0 ? 0 : ratios[0].length;
    }

    /** The mean of a series divided by its standard error; 0 if the mean is 0. */
    double ratio(int index) {
        return series.get(index).ratio();
    }

    /** The same of a sample, less the mean of the series; NaN if the days of the sample have no value of it. */
    double ratio(int index, int sample) {
        return ratios[index][sample];
    }

    /**
     * The mean of a series with its 95 % interval. Samples whose days have no value of the series are left out. Empty
     * if too few days have values that differ: fewer than two days, or so few that more than 2.5 % of the samples miss
     * them all.
     */
    public Optional<Estimate> estimate(int index) {
        return isKnown(index) ? Optional.of(interval(index)).filter(DayBootstrap::isFinite) : Optional.empty();
    }

    private Estimate interval(int index) {
        double[] drawn = Arrays.stream(ratios[index])
                .filter(ratio -> !Double.isNaN(ratio))
                .toArray();
        double mean = series.get(index).mean();
        double error = series.get(index).error();
        double low = mean - error * Distribution.quantile(drawn, HIGH);
        double high = mean - error * Distribution.quantile(drawn, LOW);
        return new Estimate(mean, low, high, error);
    }

    private static boolean isFinite(Estimate estimate) {
        return Double.isFinite(estimate.low()) && Double.isFinite(estimate.high());
    }

    private boolean isKnown(int index) {
        return series.get(index).daysWithValues() > 1;
    }

    /** The series of which at least two days have a value. */
    int[] known() {
        return IntStream.range(0, size()).filter(this::isKnown).toArray();
    }
}
