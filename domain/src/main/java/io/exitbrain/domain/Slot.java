package io.exitbrain.domain;

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
}
