package io.exitbrain.domain;

import java.math.BigDecimal;

/**
 * Rule 2.8: an orphan whose profit is over {@code aboveMarginProfit} of margin starts with its stop no worse than {@code lockPct} of
 * entry in profit.
 */
public record ProfitLock(BigDecimal aboveMarginProfit, BigDecimal lockPct) {}
