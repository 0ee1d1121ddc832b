package io.exitbrain.domain.plan;

import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Times;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The state of one position side of a symbol: its position and the plan that protects it.
 *
 * @param account the fills and rows of the side; it outlives the position instances
 * @param awaited a reduction by a row that no fill has explained yet
 * @param plan the living plan; empty while the side is flat or cannot be planned
 * @param unprotectedSince time since which the open position has no plan, on the symbol's clock
 * @param told the leverage that records of the position told; it outlives the position instances
 * @param isDust whether less than one lot step is open, which no order can close: the position then has no plan
 */
public record SideState(
        PositionSide positionSide,
        Position position,
        Account account,
        SideTimes times,
        Optional<AwaitedClosing> awaited,
        Optional<LivingPlan> plan,
        long unprotectedSince,
        Optional<ToldLeverage> told,
        boolean isDust) {

    /** A reduction by a row: the take-profit legs wait for the fill that hit them. {@code since} is on the symbol's clock. */
    public record AwaitedClosing(BigDecimal quantity, long since) {

        public AwaitedClosing less(BigDecimal closed) {
            return new AwaitedClosing(quantity.subtract(closed), since);
        }
    }

    public static SideState empty(PositionSide positionSide) {
        return new SideState(
                positionSide,
                Position.FLAT,
                Account.EMPTY,
                SideTimes.NONE,
                Optional.empty(),
                Optional.empty(),
                Times.NEVER,
                Optional.empty(),
                false);
    }

    public boolean isOpen() {
        return position.isOpen();
    }

    /** Whether the position is open and either has no plan or its stop is not known to stand at the exchange. */
    public boolean isUnprotected() {
        return isOpen() && !isDust && (plan.isEmpty() || plan.get().isAlarmed());
    }

    public SideState with(Position position) {
        return new SideState(positionSide, position, account, times, awaited, plan, unprotectedSince, told, isDust);
    }

    public SideState with(Account account) {
        return new SideState(positionSide, position, account, times, awaited, plan, unprotectedSince, told, isDust);
    }

    public SideState with(SideTimes times) {
        return new SideState(positionSide, position, account, times, awaited, plan, unprotectedSince, told, isDust);
    }

    public SideState with(LivingPlan plan) {
        return new SideState(
                positionSide, position, account, times, awaited, Optional.of(plan), Times.NEVER, told, false);
    }

    /** This state after {@code best} became the best price of its plan and the stop followed it. */
    SideState improvedTo(BigDecimal best) {
        LivingPlan living = plan.orElseThrow(() -> new IllegalStateException("no plan on " + positionSide));
        return with(living.with(Trailing.after(living.stop(), best, living.terms(), living.levels(position))));
    }

    public SideState awaiting(Optional<AwaitedClosing> closing) {
        return new SideState(
                positionSide,
                position,
                account,
                times,
                closing.filter(open -> open.quantity().signum() > 0),
                plan,
                unprotectedSince,
                told,
                isDust);
    }

    public SideState flat() {
        return new SideState(
                positionSide,
                Position.FLAT,
                account,
                SideTimes.NONE,
                Optional.empty(),
                Optional.empty(),
                Times.NEVER,
                told,
                false);
    }

    /** After an event at {@code time} increased the position. What was dust can be an order now: the rules ask again. */
    public SideState grownTo(Position larger, long time) {
        return new SideState(
                positionSide, larger, account, times.increasedAt(time), awaited, plan, unprotectedSince, told, false);
    }

    /** The open position is dust and has no plan. */
    public SideState asDust() {
        return new SideState(
                positionSide, position, account, times, Optional.empty(), Optional.empty(), Times.NEVER, told, true);
    }

    /** After a record that told {@code newest}, unless a newer record has told a leverage. */
    public SideState telling(ToldLeverage newest) {
        return told.filter(known -> known.time() > newest.time()).isPresent()
                ? this
                : new SideState(
                        positionSide,
                        position,
                        account,
                        times,
                        awaited,
                        plan,
                        unprotectedSince,
                        Optional.of(newest),
                        isDust);
    }

    public SideState unprotectedSince(long time) {
        return new SideState(positionSide, position, account, times, awaited, plan, time, told, isDust);
    }
}
