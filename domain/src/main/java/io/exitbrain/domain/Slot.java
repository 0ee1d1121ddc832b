package io.exitbrain.domain;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One position side of a symbol: what is held, and what protects it.
 *
 * @param held a snapshot waiting for its confirmation (settle)
 * @param plan the living plan; empty while flat or unplannable
 * @param unprotectedSince since when an open position has no plan, on the symbol's clock
 */
public record Slot(
        PositionSide positionSide,
        Position position,
        SlotTimes times,
        Optional<HeldSnapshot> held,
        Optional<LivingPlan> plan,
        long unprotectedSince) {

    public static Slot empty(PositionSide positionSide) {
        return new Slot(positionSide, Position.FLAT, SlotTimes.NONE, Optional.empty(), Optional.empty(), Times.NEVER);
    }

    public boolean isOpen() {
        return position.isOpen();
    }

    /** Whether the position is open and has no plan, or its stop is known not to stand. */
    public boolean isUnprotected() {
        return isOpen() && (plan.isEmpty() || plan.get().isAlarmed());
    }

    Slot with(Position position) {
        return new Slot(positionSide, position, times, held, plan, unprotectedSince);
    }

    Slot with(SlotTimes times) {
        return new Slot(positionSide, position, times, held, plan, unprotectedSince);
    }

    Slot with(LivingPlan plan) {
        return new Slot(positionSide, position, times, held, Optional.of(plan), Times.NEVER);
    }

    /** With {@code best} as the best price of its plan, and the stop behind it. */
    Slot improvedTo(BigDecimal best) {
        LivingPlan living = plan.orElseThrow(() -> new IllegalStateException("no plan on " + positionSide));
        return with(living.with(Trailing.after(living.stop(), best, living.terms(), living.levels(position))));
    }

    Slot holding(HeldSnapshot held) {
        return new Slot(positionSide, position, times, Optional.of(held), plan, unprotectedSince);
    }

    Slot holdingNothing() {
        return held.isEmpty()
                ? this
                : new Slot(positionSide, position, times, Optional.empty(), plan, unprotectedSince);
    }

    Slot flat() {
        return new Slot(positionSide, Position.FLAT, times, held, Optional.empty(), Times.NEVER);
    }

    Slot unprotectedSince(long time) {
        return new Slot(positionSide, position, times, held, plan, time);
    }
}
