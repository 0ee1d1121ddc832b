package io.exitbrain.demo.exchange;

import java.math.BigDecimal;

/**
 * A position from flat to flat.
 *
 * @param quantity the largest quantity of the position, signed: negative for a short
 * @param profit realised profit in the quote currency; negative for a loss
 * @param closedBy id of the order that closed the rest
 */
public record ClosedTrade(
        String symbol,
        BigDecimal quantity,
        BigDecimal lastPrice,
        BigDecimal profit,
        String closedBy,
        long closedAtMs) {}
