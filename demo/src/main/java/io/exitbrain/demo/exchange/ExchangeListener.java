package io.exitbrain.demo.exchange;

import java.math.BigDecimal;

/** Receives every event of the exchange, in order. */
public interface ExchangeListener {

    default void onMarkPrice(String symbol, BigDecimal mark, long timeMs) {}

    default void onFill(ExchangeFill fill) {}

    default void onPosition(ExchangeSnapshot snapshot) {}

    default void onReport(ExchangeReport report) {}

    default void onTradeClosed(ClosedTrade trade) {}
}
