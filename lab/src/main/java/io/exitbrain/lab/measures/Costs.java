package io.exitbrain.lab.measures;

import io.exitbrain.lab.trade.Trade;
import java.util.List;

/**
 * What a trade costs, in R; funding that is received is below 0. Only closed trades count.
 *
 * @param resultWithout the net result if there were no costs
 * @param resultAtDouble the net result if all costs were twice as high
 */
public record Costs(
        Sample fees, Sample slippage, Sample funding, Sample total, Sample resultWithout, Sample resultAtDouble) {

    static Costs of(List<Trade> closed) {
        return new Costs(
                Sample.of(
                        closed, trade -> trade.money().fees() / trade.opening().risk()),
                Sample.of(
                        closed,
                        trade -> trade.money().slippage() / trade.opening().risk()),
                Sample.of(
                        closed,
                        trade -> trade.money().funding() / trade.opening().risk()),
                Sample.of(closed, Trade::costs),
                Sample.of(closed, trade -> trade.resultAt(0)),
                Sample.of(closed, trade -> trade.resultAt(2)));
    }
}
