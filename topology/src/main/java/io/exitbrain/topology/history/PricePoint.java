package io.exitbrain.topology.history;

import java.math.BigDecimal;

/**
 * A mark price in a chart.
 *
 * @param time epoch milliseconds
 * @param isCause whether an event names it as its cause
 */
record PricePoint(long time, BigDecimal price, boolean isCause) {}
