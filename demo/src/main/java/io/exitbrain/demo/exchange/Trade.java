package io.exitbrain.demo.exchange;

import java.math.BigDecimal;

/**
 * A position from flat to flat.
 *
 * @param quantity the largest quantity it had, signed: negative was a short
 * @param profit realised, in the quote currency; negative is a loss
 */
public record Trade(String symbol, BigDecimal quantity, BigDecimal lastPrice, BigDecimal profit, long closedAtMs) {}
