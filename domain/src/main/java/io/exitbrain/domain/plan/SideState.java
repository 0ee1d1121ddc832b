package io.exitbrain.domain.plan;

import io.exitbrain.domain.input.Snapshot;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Times;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The state of one position side of a symbol: its position and the plan that protects it.
 *
 * @param held a snapshot that waits for a second snapshot to confirm it (settle)
 * @param plan the living plan; empty while the side is flat or cannot be planned
 * @param unprotectedSince time since which the open position has no plan, on the symbol's clock
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

    /** Whether the position is open and either has no plan or its stop is not known to stand at the exchange. */
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

    /** This state after {@code best} became the best price of its plan and the stop followed it. */
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

    /** A snapshot that may be older than the fill it contradicts; {@code heldSince} is on the symbol's clock. */
    public record Held(Snapshot snapshot, long heldSince) {}
}
