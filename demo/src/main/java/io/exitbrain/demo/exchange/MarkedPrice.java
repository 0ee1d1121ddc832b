package io.exitbrain.demo.exchange;

import java.math.BigDecimal;

/** The mark price of a symbol at {@code timeMs}, epoch milliseconds. */
record MarkedPrice(String symbol, BigDecimal mark, long timeMs) {}
