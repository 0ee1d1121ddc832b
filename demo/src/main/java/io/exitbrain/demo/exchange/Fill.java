package io.exitbrain.demo.exchange;

import java.math.BigDecimal;

/** One execution of an order, as the exchange publishes it. */
public record Fill(
        String symbol,
        OrderSide side,
        BigDecimal price,
        BigDecimal quantity,
        String fillId,
        String orderId,
        boolean reduceOnly,
        long timeMs) {}
