package io.exitbrain.lab.result;

import io.exitbrain.lab.trade.Ending;
import io.exitbrain.lab.trade.Opening;
import java.util.List;

/**
 * One trade to be drawn: the price from shortly before its opening until both runs have ended, and the stops of both.
 *
 * @param prices the mark, thinned so that its extremes are kept; times ascending
 * @param baselineStops the stop that was sent, from the time of each point on
 * @param policyStops the same for the chosen policy
 * @param baselineResult R
 * @param policyResult R
 */
public record DrawnTrade(
        Opening opening,
        List<Point> prices,
        List<Point> baselineStops,
        List<Point> policyStops,
        Ending baselineEnding,
        Ending policyEnding,
        double baselineResult,
        double policyResult) {

    /** A price at a time, epoch milliseconds. */
    public record Point(long time, double price) {}

    public DrawnTrade {
        prices = List.copyOf(prices);
        baselineStops = List.copyOf(baselineStops);
        policyStops = List.copyOf(policyStops);
    }
}
