package io.exitbrain.domain.plan;

import io.exitbrain.domain.input.Snapshot;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Times;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One position side of a symbol: what is held, and what protects it.
 *
 * @param held a snapshot waiting for its confirmation (settle)
 * @param plan the living plan; empty while flat or unplannable
 * @param unprotectedSince since when an open position has no plan, on the symbol's clock
 */
public record SideState(
        PositionSide positionSide,
        Position position,
        SideTimes times,
        Optional<SideState.Held> held,
        Optional<LivingPlan> plan,
        long unprotectedSince) {

    public static SideState empty(PositionSide positionSide) {
        return new SideState(
                positionSide, Position.FLAT, SideTimes.NONE, Optional.empty(), Optional.empty(), Times.NEVER);
    }

    public boolean isOpen() {
        return position.isOpen();
    }

    /** Whether the position is open and has no plan, or its stop is known not to stand. */
    public boolean isUnprotected() {
        return isOpen() && (plan.isEmpty() || plan.get().isAlarmed());
    }

    public SideState with(Position position) {
        return new SideState(positionSide, position, times, held, plan, unprotectedSince);
    }

    public SideState with(SideTimes times) {
        return new SideState(positionSide, position, times, held, plan, unprotectedSince);
    }

    public SideState with(LivingPlan plan) {
        return new SideState(positionSide, position, times, held, Optional.of(plan), Times.NEVER);
    }

    /** With {@code best} as the best price of its plan, and the stop behind it. */
    SideState improvedTo(BigDecimal best) {
        LivingPlan living = plan.orElseThrow(() -> new IllegalStateException("no plan on " + positionSide));
        return with(living.with(Trailing.after(living.stop(), best, living.terms(), living.levels(position))));
    }

    public SideState holding(SideState.Held held) {
        return new SideState(positionSide, position, times, Optional.of(held), plan, unprotectedSince);
    }

    public SideState holdingNothing() {
        return held.isEmpty()
                ? this
                : new SideState(positionSide, position, times, Optional.empty(), plan, unprotectedSince);
    }

    public SideState flat() {
        return new SideState(positionSide, Position.FLAT, times, held, Optional.empty(), Times.NEVER);
    }

    public SideState unprotectedSince(long time) {
        return new SideState(positionSide, position, times, held, plan, time);
    }

    /** A snapshot that may have been taken before the fill it contradicts: held since {@code heldSince} on the symbol's clock. */
    public record Held(Snapshot snapshot, long heldSince) {}
}
