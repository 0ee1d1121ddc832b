package io.exitbrain.demo.exchange;

import java.math.BigDecimal;

/**
 * A position from flat to flat.
 *
 * @param quantity the largest quantity it had, signed: negative was a short
 * @param profit realised, in the quote currency; negative is a loss
 * @param closedBy the order that closed the last of it
 */
public record Trade(
        String symbol,
        BigDecimal quantity,
        BigDecimal lastPrice,
        BigDecimal profit,
        String closedBy,
        long closedAtMs) {}
