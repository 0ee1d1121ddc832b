package io.exitbrain.lab.measures;

import io.exitbrain.lab.statistics.Distribution;
import io.exitbrain.lab.statistics.Distribution.Step;
import io.exitbrain.lab.statistics.Resampling;
import io.exitbrain.lab.trade.PolicyTrades;
import io.exitbrain.lab.trade.Trade;
import java.util.Comparator;
import java.util.List;

/**
 * All numbers of the trades of one policy.
 *
 * @param trades how many trades there are
 * @param closed how many of them were closed; the others are still open at the end (censored)
 * @param results net results in R of the baseline
 * @param ofOwnRisk net results in R of the policy itself; trades for which it took no risk, as without a stop, do not
 *     count
 * @param exits one for each way to end
 * @param whipsaws for 1 h, 6 h and 24 h
 * @param distribution the distribution function of {@code results}, in ascending order
 * @param curve the sum of {@code results} over time, in the order of the endings
 */
public record PolicyMeasures(
        String policy,
        boolean isReference,
        int trades,
        int closed,
        ResultMeasures results,
        ResultMeasures ofOwnRisk,
        Excursions excursions,
        ProfitLock profitLock,
        List<Whipsaw> whipsaws,
        Holding holding,
        Churn churn,
        Costs costs,
        Doubts doubts,
        List<ExitCount> exits,
        List<Step> distribution,
        List<CurvePoint> curve) {

    /**
     * @param policy all of its trades, or some
     * @param resampling for the interval of the mean
     * @throws IllegalArgumentException if the risk of a trade is not over 0, or a number of a trade is not finite
     */
    public static PolicyMeasures of(PolicyTrades policy, Resampling resampling) {
        List<Trade> all = policy.trades();
        all.forEach(PolicyMeasures::check);
        List<Trade> closed = closed(all);
        List<Trade> withOwnRisk =
                closed.stream().filter(trade -> trade.money().ownRisk() > 0).toList();
        return new PolicyMeasures(
                policy.policy(),
                policy.isReference(),
                all.size(),
                closed.size(),
                ResultMeasures.of(closed, Trade::result, resampling),
                ResultMeasures.of(withOwnRisk, Trade::resultOfOwnRisk, resampling),
                Excursions.of(all, closed),
                ProfitLock.of(all, closed),
                Whipsaw.of(closed),
                Holding.of(all),
                Churn.of(all),
                Costs.of(closed),
                Doubts.of(all, closed),
                ExitCount.of(all),
                Distribution.steps(closed.stream().mapToDouble(Trade::result).toArray()),
                CurvePoint.of(closed));
    }

    /** How many trades are still open at the end. */
    public int censored() {
        return trades - closed;
    }

    /** In the order of their endings, those of one time in the order of their openings. */
    private static List<Trade> closed(List<Trade> all) {
        return all.stream()
                .filter(trade -> !trade.ending().isCensored())
                .sorted(Comparator.<Trade>comparingLong(trade -> trade.ending().time())
                        .thenComparingInt(trade -> trade.opening().number()))
                .toList();
    }

    private static void check(Trade trade) {
        if (!(trade.opening().risk() > 0)) {
            throw new IllegalArgumentException("the risk of a trade must be > 0, was %s (trade %d, fill %s)"
                    .formatted(
                            trade.opening().risk(),
                            trade.opening().number(),
                            trade.opening().fill()));
        }
    }
}
