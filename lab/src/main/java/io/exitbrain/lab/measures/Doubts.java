package io.exitbrain.lab.measures;

import io.exitbrain.lab.trade.Trade;
import java.util.List;

/**
 * Trades whose results are doubtful.
 *
 * @param acrossGap trades over a gap in the prices, as a share of all; trades that are still open count
 * @param pastLiquidation trades that an exchange would have closed, as a share of all; trades that are still open count
 * @param withoutGaps the results of the closed trades that met no gap, R
 */
public record Doubts(Share acrossGap, Share pastLiquidation, Sample withoutGaps) {

    static Doubts of(List<Trade> all, List<Trade> closed) {
        List<Trade> withoutGaps =
                closed.stream().filter(trade -> !trade.caution().isAcrossGap()).toList();
        return new Doubts(
                Share.of(all, trade -> trade.caution().isAcrossGap()),
                Share.of(all, trade -> trade.caution().isPastLiquidation()),
                Sample.of(withoutGaps, Trade::result));
    }
}
