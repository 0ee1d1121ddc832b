package io.exitbrain.domain;

import java.math.BigDecimal;

/**
 * One take-profit leg.
 *
 * @param index from 1
 * @param target distance of its price from the entry
 * @param fraction share of the initial quantity
 * @param quantity base quantity, a multiple of the lot step
 */
public record Leg(
        int index,
        Distance target,
        BigDecimal price,
        BigDecimal fraction,
        BigDecimal quantity,
        Execution execution,
        LegStatus status) {

    public boolean isOpen() {
        return status == LegStatus.OPEN;
    }

    Leg as(LegStatus status) {
        return new Leg(index, target, price, fraction, quantity, execution, status);
    }
}
