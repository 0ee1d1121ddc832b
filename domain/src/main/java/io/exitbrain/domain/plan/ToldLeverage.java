package io.exitbrain.domain.plan;

import java.math.BigDecimal;

/**
 * The leverage that the newest record which told one says for a side. A later record without a leverage does not take it back.
 *
 * @param leverage >= 1
 * @param time of the record, epoch milliseconds
 */
public record ToldLeverage(BigDecimal leverage, long time) {}
