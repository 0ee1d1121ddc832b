package io.exitbrain.lab.guard;

import io.exitbrain.lab.statistics.DaySums;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The in-sample trades of a policy beside those of the baseline. A difference is the result of the policy less the
 * result of the baseline, R of the baseline.
 *
 * @param pairs how many trades were closed under both
 * @param censored how many were left out because they are still open under one or both
 * @param unpaired how many openings only one of the two has; they are left out
 * @param days how many days have a pair
 * @param neighbours how alike the differences of neighbouring days are: their correlation, from -1 to 1; empty with
 *     fewer than three days, or if all are equal
 * @param wins how many differences are above 0
 * @param losses how many are below 0
 * @param ties how many are 0, within 1e-9 R
 * @param mean of the differences; empty without pairs
 * @param withoutCosts their mean if there were no costs
 * @param atDoubledCosts their mean if all costs were twice as high
 * @param firstHalf their mean in the first half of the in-sample days; empty without pairs there
 * @param secondHalf their mean in the second half
 * @param largest the six largest differences of either sign, the largest first
 */
public record Paired(
        int pairs,
        int censored,
        int unpaired,
        int days,
        Optional<Double> neighbours,
        int wins,
        int losses,
        int ties,
        Optional<Double> mean,
        Optional<Double> withoutCosts,
        Optional<Double> atDoubledCosts,
        Optional<Double> firstHalf,
        Optional<Double> secondHalf,
        List<Difference> largest) {

    private static final double TIE = 1e-9;
    private static final int MAX_LARGEST = 6;

    static Paired of(Pairing pairing, DaySums sums) {
        int wins = (int)
                pairing.pairs().stream().filter(pair -> pair.difference() > TIE).count();
        int losses = (int) pairing.pairs().stream()
                .filter(pair -> pair.difference() < -TIE)
                .count();
        int half = sums.days() / 2;
        return new Paired(
                pairing.pairs().size(),
                pairing.censored(),
                pairing.unpaired(),
                sums.daysWithValues(),
                sums.correlationOfNeighbours(),
                wins,
                losses,
                pairing.pairs().size() - wins - losses,
                sums.mean(),
                pairing.meanAt(0),
                pairing.meanAt(2),
                sums.mean(0, half),
                sums.mean(half, sums.days()),
                largest(pairing.pairs()));
    }

    /** Of equal ones the earlier. */
    private static List<Difference> largest(List<Pair> pairs) {
        return pairs.stream()
                .map(pair -> new Difference(
                        pair.opening().number(),
                        pair.baseline().result(),
                        pair.policy().result()))
                .sorted(Comparator.<Difference>comparingDouble(difference -> -Math.abs(difference.value()))
                        .thenComparingInt(Difference::number))
                .limit(MAX_LARGEST)
                .toList();
    }
}
