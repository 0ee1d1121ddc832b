package io.exitbrain.lab.statistics;

import java.util.List;
import java.util.Optional;

/**
 * How often the best of several candidates in one half of the days is below their median in the other half: the
 * probability of backtest overfitting (PBO) by combinatorially symmetric cross-validation. Source: Bailey, Borwein,
 * Lopez de Prado, Zhu, "The Probability of Backtest Overfitting", Journal of Computational Finance 20 (2017), here with
 * the mean as the measure.
 *
 * @param probability from 0 to 1; candidates that are all noise give about 0.5. A rank just in the middle counts half
 * @param lossShare the share of the splits in which the best of one half has a mean below 0 in the other
 * @param splits how many splits there were; those in which a half has no value of the best are not counted
 * @param points some of the splits, evenly chosen: what the best earned in its half and in the other
 */
public record Overfitting(double probability, double lossShare, int splits, List<Point> points) {

    /** How many blocks of days there are: half of them choose, the other half judges. */
    public static final int BLOCKS = 16;

    public Overfitting {
        points = List.copyOf(points);
    }

    /**
     * Empty if there are fewer than two candidates or fewer than 16 days.
     *
     * @param series one for each candidate, all with the same days in the order of time
     */
    public static Optional<Overfitting> of(List<DaySums> series) {
        return series.size() < 2 || series.get(0).days() < BLOCKS
                ? Optional.empty()
                : new CrossValidation(series).result();
    }

    /**
     * A split of the days.
     *
     * @param chosenBy the mean of the best candidate in the half in which it is the best
     * @param judgedBy its mean in the other half
     */
    public record Point(double chosenBy, double judgedBy) {}
}
