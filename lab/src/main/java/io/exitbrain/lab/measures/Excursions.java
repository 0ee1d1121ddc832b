package io.exitbrain.lab.measures;

import io.exitbrain.lab.trade.Trade;
import java.util.List;
import java.util.Optional;

/**
 * How far the price went, and how much of it the policy kept. Only closed trades count, but for the excursions to the
 * horizon, which count all. Distances in R of the baseline, times in milliseconds after the opening.
 *
 * @param worst maximum adverse excursion while open (MAE), 0 or less
 * @param worstAfter when it was
 * @param best maximum favourable excursion while open (MFE), 0 or more
 * @param bestAfter when it was
 * @param worstAvailable adverse excursion from the opening to the horizon, 0 or less
 * @param bestAvailable favourable excursion from the opening to the horizon, 0 or more
 * @param edgeRatio mean of {@code bestAvailable} divided by the size of the mean of {@code worstAvailable}; equal for
 *     all policies, because it measures the entries
 * @param giveBack MFE - result, R
 * @param giveBackShare give-back / MFE of trades with MFE of 0.5 R or more
 * @param efficiency result / MFE of trades with MFE of 0.5 R or more; read the median
 * @param scratched results from -0.1 R to 0.1 R, as a share of the trades with MFE of 1 R or more
 */
public record Excursions(
        Sample worst,
        Sample worstAfter,
        Sample best,
        Sample bestAfter,
        Sample worstAvailable,
        Sample bestAvailable,
        Optional<Double> edgeRatio,
        Sample giveBack,
        Sample giveBackShare,
        Sample efficiency,
        Share scratched) {

    private static final double MIN_BEST_OF_RATIO = 0.5;
    private static final double MIN_BEST_OF_SCRATCH = 1;
    private static final double MAX_SCRATCH = 0.1;

    static Excursions of(List<Trade> all, List<Trade> closed) {
        List<Trade> ofRatio = withBest(closed, MIN_BEST_OF_RATIO);
        Sample worstAvailable = Sample.of(all, trade -> trade.path().worstAvailable());
        Sample bestAvailable = Sample.of(all, trade -> trade.path().bestAvailable());
        return new Excursions(
                Sample.of(closed, trade -> trade.path().worst()),
                Sample.of(
                        closed,
                        trade -> trade.path().worstAt() - trade.opening().time()),
                Sample.of(closed, trade -> trade.path().best()),
                Sample.of(
                        closed, trade -> trade.path().bestAt() - trade.opening().time()),
                worstAvailable,
                bestAvailable,
                edgeRatio(bestAvailable, worstAvailable),
                Sample.of(closed, Excursions::giveBack),
                Sample.of(ofRatio, trade -> giveBack(trade) / trade.path().best()),
                Sample.of(ofRatio, trade -> trade.result() / trade.path().best()),
                Share.of(withBest(closed, MIN_BEST_OF_SCRATCH), trade -> Math.abs(trade.result()) <= MAX_SCRATCH));
    }

    private static List<Trade> withBest(List<Trade> trades, double least) {
        return trades.stream().filter(trade -> trade.path().best() >= least).toList();
    }

    private static double giveBack(Trade trade) {
        return trade.path().best() - trade.result();
    }

    private static Optional<Double> edgeRatio(Sample best, Sample worst) {
        return best.mean().flatMap(gain -> worst.mean().filter(loss -> loss < 0).map(loss -> gain / -loss));
    }
}
