package io.exitbrain.domain.plan;

import io.exitbrain.domain.policy.Distance;
import io.exitbrain.domain.value.Execution;
import io.exitbrain.domain.value.Require;
import java.math.BigDecimal;

/**
 * One take-profit leg.
 *
 * @param index from 1
 * @param target distance of the leg's price from the entry
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

    public Leg {
        Require.positive("price of take-profit leg " + index, price);
        Require.notNegative("quantity of take-profit leg " + index, quantity);
    }

    public boolean isOpen() {
        return status == LegStatus.OPEN;
    }

    boolean isFilled() {
        return status == LegStatus.FILLED;
    }

    Leg as(LegStatus status) {
        return new Leg(index, target, price, fraction, quantity, execution, status);
    }

    Leg with(BigDecimal price, BigDecimal quantity) {
        return new Leg(index, target, price, fraction, quantity, execution, status);
    }

    Leg numbered(int index) {
        return new Leg(index, target, price, fraction, quantity, execution, status);
    }

    /** This leg with the share of {@code merged} added to its own. */
    Leg plus(Leg merged) {
        return new Leg(
                index, target, price, fraction.add(merged.fraction), quantity.add(merged.quantity), execution, status);
    }

    /** The status of a take-profit leg. */
    public enum LegStatus {
        OPEN,
        FILLED,
        /** The mark was beyond the leg when the orphan was found: its share stays with the trail (rule 2.8). */
        SKIPPED
    }
}
