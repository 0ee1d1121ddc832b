package io.exitbrain.demo.exchange;

import java.math.BigDecimal;

/** Hears everything the exchange says, in the order it says it. */
public interface ExchangeListener {

    default void priced(String symbol, BigDecimal mark, long timeMs) {}

    default void filled(Fill fill) {}

    default void held(Snapshot snapshot) {}

    default void reported(ExecutionReport report) {}

    default void closed(Trade trade) {}
}
