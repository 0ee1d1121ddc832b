package io.exitbrain.demo.exchange;

import java.math.BigDecimal;

/** One execution of an order. */
public record ExchangeFill(
        String symbol,
        TradeSide side,
        BigDecimal price,
        BigDecimal quantity,
        String fillId,
        String orderId,
        boolean reduceOnly,
        long timeMs) {}
