package io.exitbrain.domain.rules;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.domain.decision.RuleId;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.input.Snapshot;
import io.exitbrain.domain.plan.Account;
import io.exitbrain.domain.plan.Holding;
import io.exitbrain.domain.plan.Position;
import io.exitbrain.domain.plan.SideState.AwaitedClosing;
import io.exitbrain.domain.value.Reason;
import io.exitbrain.domain.value.Side;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Moves a position to the end of its account: it opens, grows, shrinks, closes or flips (rule 1).
 *
 * @see <a href="../../../../../../../../docs/rules.md#1-positions">docs/rules.md, 1 Positions</a>
 */
final class PositionMove {

    private final SideDraft side;
    private final Holding target;
    private final PositionOpening opening;
    private final long time;

    private PositionMove(SideDraft side, PositionOpening opening, long time) {
        this.side = side;
        this.target = side.state().account().position(side.positionSide());
        this.opening = opening;
        this.time = time;
    }

    /** Follows the account after {@code fill} entered it. */
    static void by(SideDraft side, Fill fill) {
        PositionMove move = new PositionMove(side, PositionOpening.by(fill), fill.time());
        boolean isClosing = fill.side().opens() != side.side();
        if (move.isNone()) {
            move.explained(fill, isClosing);
        } else {
            move.to(isClosing ? Optional.of(fill.price()) : Optional.empty());
        }
    }

    /** Follows the account after the row of {@code snapshot} entered it. */
    static void by(SideDraft side, Snapshot snapshot) {
        PositionMove move = new PositionMove(side, PositionOpening.by(snapshot), snapshot.time());
        if (move.isNone()) {
            return;
        }
        if (move.isReduction()) {
            move.reducedByRow();
        } else {
            move.to(Optional.empty());
        }
    }

    /** Ends the plan and makes a new one: the position is the same on another scale. */
    static void rescaled(SideDraft side, Snapshot snapshot) {
        side.note(
                ExitEvent.Kind.CLOSED,
                RuleId.SPLIT,
                "%s at %s became %s at %s: a split or a redenomination, nothing was closed"
                        .formatted(
                                side.position().quantity().toPlainString(),
                                side.position().entryOrFail().toPlainString(),
                                snapshot.quantity().toPlainString(),
                                snapshot.entryPrice().orElseThrow().toPlainString()));
        ClosingRules.end(side, Reason.POSITION_CLOSED);
        side.put(side.state()
                .with(side.state().account().restartedAt(snapshot.amount(), snapshot.entryPrice(), snapshot.time())));
        PlanRules.open(side, PositionOpening.by(snapshot));
    }

    private BigDecimal from() {
        return side.position().signed();
    }

    private boolean isNone() {
        return Account.isSame(from(), target.quantity());
    }

    private boolean isReduction() {
        return target.quantity().signum() == from().signum()
                && target.quantity().abs().compareTo(from().abs()) < 0;
    }

    /** A fill that a standing row already contains. A closing fill still counts for the legs. */
    private void explained(Fill fill, boolean isClosing) {
        RevisionRules.adopt(side, fill);
        Optional<AwaitedClosing> awaited = side.state().awaited();
        if (isClosing && awaited.isPresent()) {
            BigDecimal closed = fill.quantity().min(awaited.get().quantity());
            side.put(side.state().awaiting(Optional.of(awaited.get().less(closed))));
            RevisionRules.closed(side, closed, Optional.of(fill.price()));
        }
    }

    private void to(Optional<BigDecimal> closingPrice) {
        if (from().signum() == 0) {
            open();
        } else if (target.quantity().signum() == 0) {
            ClosingRules.close(side, Reason.POSITION_CLOSED);
        } else if (target.quantity().signum() != from().signum()) {
            ClosingRules.close(side, Reason.POSITION_FLIPPED);
            open();
        } else if (isReduction()) {
            RevisionRules.reduced(side, after(), closed(), closingPrice);
        } else {
            side.put(side.state().awaiting(Optional.empty()));
            RevisionRules.increased(side, after(), time);
        }
    }

    private void open() {
        Side direction = target.quantity().signum() < 0 ? Side.SHORT : Side.LONG;
        PlanRules.open(side, opening.of(direction, target.quantity().abs(), target.entry()));
    }

    private BigDecimal closed() {
        return from().abs().subtract(target.quantity().abs());
    }

    private Position after() {
        Position resized = side.position().reducedTo(target.quantity().abs());
        return target.entry().map(resized::withEntry).orElse(resized);
    }

    /** Resizes the stop at once. The legs wait for the fill that hit them. */
    private void reducedByRow() {
        BigDecimal already =
                side.state().awaited().map(AwaitedClosing::quantity).orElse(BigDecimal.ZERO);
        BigDecimal closed = closed();
        RevisionRules.reducedUnexplained(side, after());
        side.put(side.state().awaiting(Optional.of(new AwaitedClosing(already.add(closed), side.now()))));
    }
}
