package io.exitbrain.lab.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Splits 16 blocks of neighbouring days in all ways into halves: 12,870 splits. */
final class CrossValidation {

    private static final int BLOCKS = Overfitting.BLOCKS;
    /** Every so many splits one is kept as a point. */
    private static final int EACH = 43;

    private final double[][] sums;
    private final int[][] counts;
    private final List<Overfitting.Point> points = new ArrayList<>();

    private double overfitted;
    private int losses;
    private int splits;

    CrossValidation(List<DaySums> series) {
        sums = new double[series.size()][BLOCKS];
        counts = new int[series.size()][BLOCKS];
        for (int candidate = 0; candidate < sums.length; candidate++) {
            cut(series.get(candidate), candidate);
        }
    }

    /** The blocks differ by at most one day. */
    private void cut(DaySums series, int candidate) {
        for (int block = 0; block < BLOCKS; block++) {
            int from = block * series.days() / BLOCKS;
            int to = (block + 1) * series.days() / BLOCKS;
            sums[candidate][block] = series.sum(from, to);
            counts[candidate][block] = series.count(from, to);
        }
    }

    /** Empty if no split has values in both halves. */
    Optional<Overfitting> result() {
        int all = (1 << BLOCKS) - 1;
        for (int half = 0; half <= all; half++) {
            if (Integer.bitCount(half) == BLOCKS / 2) {
                judge(means(half), means(all ^ half));
            }
        }
        return splits == 0
                ? Optional.empty()
                : Optional.of(new Overfitting(overfitted / splits, (double) losses / splits, splits, points));
    }

    /** The mean of each candidate in the blocks whose bits are set; NaN without values. */
    private double[] means(int blocks) {
        double[] means = new double[sums.length];
        Arrays.setAll(means, candidate -> mean(sums[candidate], counts[candidate], blocks));
        return means;
    }

    private static double mean(double[] sums, int[] counts, int blocks) {
        double sum = 0;
        int count = 0;
        for (int block = 0; block < BLOCKS; block++) {
            if ((blocks >> block & 1) == 1) {
                sum += sums[block];
                count += counts[block];
            }
        }
        return sum / count;
    }

    private void judge(double[] chosenBy, double[] judgedBy) {
        int best = best(chosenBy);
        if (best < 0 || Double.isNaN(judgedBy[best])) {
            return;
        }
        if (splits++ % EACH == 0) {
            points.add(new Overfitting.Point(chosenBy[best], judgedBy[best]));
        }
        overfitted += belowMedian(judgedBy, judgedBy[best]);
        losses += judgedBy[best] < 0 ? 1 : 0;
    }

    /** The first of the best; -1 if none has a value. */
    private static int best(double[] means) {
        int best = -1;
        for (int candidate = 0; candidate < means.length; candidate++) {
            if (!Double.isNaN(means[candidate]) && (best < 0 || means[candidate] > means[best])) {
                best = candidate;
            }
        }
        return best;
    }

    /** 1 if more candidates are better than worse, 0 if more are worse, 0.5 in the middle. */
    private static double belowMedian(double[] means, double mean) {
        int worse = 0;
        int better = 0;
        for (double other : means) {
            worse += other < mean ? 1 : 0;
            better += other > mean ? 1 : 0;
        }
        return (Integer.signum(better - worse) + 1) / 2.0;
    }
}
