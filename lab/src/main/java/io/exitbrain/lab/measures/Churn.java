package io.exitbrain.lab.measures;

import io.exitbrain.lab.trade.Trade;
import java.util.List;

/**
 * How much the policy sends. Trades that are still open count.
 *
 * @param moves stop moves of a trade
 * @param commands commands of a trade
 * @param withheld moves that were too small to be sent, as a share of all moves, sent or not
 */
public record Churn(Sample moves, Sample commands, Share withheld) {

    static Churn of(List<Trade> all) {
        int withheld =
                all.stream().mapToInt(trade -> trade.activity().withheld()).sum();
        int sent = all.stream().mapToInt(trade -> trade.activity().stopMoves()).sum();
        return new Churn(
                Sample.of(all, trade -> trade.activity().stopMoves()),
                Sample.of(all, trade -> trade.activity().commands()),
                new Share(withheld, withheld + sent));
    }
}
