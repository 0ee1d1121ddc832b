package io.exitbrain.lab.measures;

import io.exitbrain.lab.statistics.DayBootstrap;
import io.exitbrain.lab.statistics.Distribution;
import io.exitbrain.lab.statistics.Estimate;
import io.exitbrain.lab.statistics.Resampling;
import io.exitbrain.lab.statistics.Results;
import io.exitbrain.lab.trade.Trade;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Numbers of net results in R. Only closed trades count.
 *
 * @param count how many results there are
 * @param sum of all, R
 * @param mean R
 * @param estimate the mean with its 95 % interval; empty if fewer than two days have a closed trade
 * @param median R
 * @param wins results above 0, as a share of all
 * @param profitFactor gains divided by losses; empty if there is no loss
 * @param maxDrawdown the largest fall of the sum of results below its highest value until then, in the order of the
 *     endings; R, 0 or more
 * @param longestLosingStreak how many results below 0 came one after another at most
 * @param worst the lowest result, R
 * @param meanOfWorst the mean of the lowest 5 % of the results (CVaR), R
 * @param tail results beyond -1.1 R
 */
public record ResultMeasures(
        int count,
        double sum,
        Optional<Double> mean,
        Optional<Estimate> estimate,
        Optional<Double> median,
        Share wins,
        Optional<Double> profitFactor,
        Optional<Double> maxDrawdown,
        int longestLosingStreak,
        Optional<Double> worst,
        Optional<Double> meanOfWorst,
        Tail tail) {

    private static final double WORST = 0.05;

    /** @param closed in the order of their endings */
    static ResultMeasures of(List<Trade> closed, ToDoubleFunction<Trade> result, Resampling resampling) {
        double[] results = closed.stream().mapToDouble(result).toArray();
        return new ResultMeasures(
                results.length,
                closed.stream().mapToDouble(result).sum(),
                Distribution.mean(results),
                estimate(closed, result, resampling),
                Distribution.median(results),
                Share.of(closed, trade -> result.applyAsDouble(trade) > 0),
                Results.profitFactor(results),
                Results.maxDrawdown(results),
                Results.longestLosingStreak(results),
                closed.stream().map(result::applyAsDouble).min(Double::compare),
                Distribution.meanOfLowest(results, WORST),
                Tail.of(closed, result));
    }

    private static Optional<Estimate> estimate(
            List<Trade> closed, ToDoubleFunction<Trade> result, Resampling resampling) {
        return DayBootstrap.of(List.of(TradeDays.of(closed).sums(closed, result)), resampling)
                .estimate(0);
    }
}
