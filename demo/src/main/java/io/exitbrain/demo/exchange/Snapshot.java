package io.exitbrain.demo.exchange;

import java.math.BigDecimal;

/** What the exchange says it holds of a symbol at a moment. */
public record Snapshot(String symbol, Position position, BigDecimal mark, int leverage, long timeMs) {

    /** What closing everything at the mark would realise. */
    public BigDecimal unrealisedProfit() {
        return position.profitOf(position.quantity().negate(), mark);
    }
}
