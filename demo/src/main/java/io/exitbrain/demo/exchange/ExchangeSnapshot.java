package io.exitbrain.demo.exchange;

import java.math.BigDecimal;

/** The position of a symbol at one moment, as the exchange reports it. */
public record ExchangeSnapshot(String symbol, ExchangePosition position, BigDecimal mark, int leverage, long timeMs) {

    /** The profit if the whole position were closed at the mark price. */
    public BigDecimal unrealisedProfit() {
        return position.profitOf(position.quantity().negate(), mark);
    }
}
