package io.exitbrain.domain.rules;

import io.exitbrain.domain.decision.RuleId;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.input.Snapshot;
import io.exitbrain.domain.plan.PlanIdentity;
import io.exitbrain.domain.plan.Position;
import io.exitbrain.domain.plan.SideState;
import io.exitbrain.domain.plan.SideTimes;
import io.exitbrain.domain.value.Reason;
import io.exitbrain.domain.value.Times;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Applies fills and snapshots to a position: rule 1.
 *
 * @see <a href="../../../../../../../../docs/rules.md#1-positions">docs/rules.md, 1 Positions</a>
 */
final class PositionRules {

    /** A held snapshot is applied after this many times {@code settle}, if no fill or snapshot contradicts it. */
    private static final int SETTLES_TO_WAIT = 5;

    private PositionRules() {}

    /** Applies {@code fill} to the position; false if the fill is impossible and changed nothing. */
    static boolean fill(SideDraft side, Fill fill) {
        if (fill.time() <= side.state().times().newestSnapshot()) {
            adopt(side, fill);
            return true;
        }
        if (!side.position().isOpen()) {
            return open(side, fill);
        }
        return fill.side().opens() == side.side() ? add(side, fill) : reduce(side, fill);
    }

    /** Adopts a fill that the newest snapshot already contains: the plan takes its ids, the quantity stays. */
    private static void adopt(SideDraft side, Fill fill) {
        side.state().plan().ifPresent(plan -> {
            PlanIdentity adopted = plan.identity().adopting(fill);
            if (!adopted.equals(plan.identity())) {
                side.put(plan.with(adopted));
                side.revise(RuleId.ADOPTED, "the fill was already in the position");
            }
        });
    }

    private static boolean open(SideDraft side, Fill fill) {
        if (fill.reduceOnly() || !side.positionSide().admits(fill.side().opens())) {
            return impossible(side, fill, fill.quantity(), "nothing is open");
        }
        apply(side, fill);
        PlanRules.open(side, PositionOpening.by(fill));
        return true;
    }

    private static boolean add(SideDraft side, Fill fill) {
        if (fill.reduceOnly()) {
            return impossible(side, fill, fill.quantity(), "it would add");
        }
        apply(side, fill);
        side.put(side.state().with(side.state().times().filledUpAt(fill.time())));
        RevisionRules.increased(side, side.position().plus(fill.quantity(), fill.price()), fill.time());
        LeverageRules.learn(side, fill.leverage());
        return true;
    }

    private static boolean reduce(SideDraft side, Fill fill) {
        apply(side, fill);
        BigDecimal open = side.position().quantity();
        BigDecimal left = open.subtract(fill.quantity());
        if (left.signum() > 0) {
            RevisionRules.reduced(side, side.position().reducedTo(left), fill.quantity(), Optional.of(fill.price()));
            LeverageRules.learn(side, fill.leverage());
        } else if (left.signum() == 0) {
            ClosingRules.close(side, Reason.POSITION_CLOSED);
        } else if (fill.reduceOnly() || side.positionSide().isHedge()) {
            ClosingRules.close(side, Reason.POSITION_CLOSED);
            impossible(side, fill, left.negate(), "only " + open.toPlainString() + " were open");
        } else {
            ClosingRules.close(side, Reason.POSITION_FLIPPED);
            PlanRules.open(side, PositionOpening.byRemainderOf(fill, left.negate()));
        }
        return true;
    }

    private static void apply(SideDraft side, Fill fill) {
        side.put(side.state().with(side.state().times().afterFill(fill.time())).holdingNothing());
    }

    private static boolean impossible(SideDraft side, Fill fill, BigDecimal excess, String why) {
        side.refuse(
                RuleId.IMPOSSIBLE_FILL,
                "%s %s %s%s cannot close %s: %s"
                        .formatted(
                                fill.positionSide(),
                                fill.side(),
                                fill.quantity().toPlainString(),
                                fill.reduceOnly() ? " reduceOnly" : "",
                                excess.toPlainString(),
                                why));
        return false;
    }

    /** Applies {@code snapshot}, unless it is older than the newest event. Holds it if it may have been taken before the newest fill. */
    static void snapshot(SideDraft side, Snapshot snapshot) {
        if (snapshot.time() < side.state().times().newestEvent()) {
            return;
        }
        if (mustSettle(side, snapshot)) {
            side.put(side.state().holding(new SideState.Held(snapshot, side.now())));
            return;
        }
        apply(side, snapshot);
    }

    /** Applies a held snapshot after its wait. */
    static void applyHeldIfDue(SideDraft side) {
        long wait = SETTLES_TO_WAIT * side.context().policy().stop().settleMs();
        side.state()
                .held()
                .filter(held -> side.now() - held.heldSince() >= wait)
                .ifPresent(held -> apply(side, held.snapshot()));
    }

    private static boolean mustSettle(SideDraft side, Snapshot snapshot) {
        SideTimes times = side.state().times();
        return side.position().isOpen()
                && times.lastFillIncrease() != Times.NEVER
                && snapshot.time() - times.lastFillIncrease()
                        < side.context().policy().stop().settleMs()
                && takesAway(side.position(), snapshot)
                && side.state()
                        .held()
                        .filter(held -> isRepeatedBy(held, snapshot))
                        .isEmpty();
    }

    private static boolean takesAway(Position position, Snapshot snapshot) {
        return snapshot.isFlat()
                || snapshot.side() != position.side()
                || snapshot.quantity().compareTo(position.quantity()) < 0;
    }

    private static boolean isRepeatedBy(SideState.Held held, Snapshot snapshot) {
        return snapshot.time() > held.snapshot().time() && snapshot.holdsTheSameAs(held.snapshot());
    }

    private static void apply(SideDraft side, Snapshot snapshot) {
        side.put(side.state()
                .with(side.state().times().afterSnapshot(snapshot.time()))
                .holdingNothing());
        Position known = side.position();
        if (snapshot.isFlat()) {
            if (known.isOpen()) {
                ClosingRules.close(side, Reason.POSITION_CLOSED);
            }
        } else if (!known.isOpen()) {
            PlanRules.open(side, PositionOpening.by(snapshot));
        } else if (snapshot.side() != known.side()) {
            ClosingRules.close(side, Reason.POSITION_FLIPPED);
            PlanRules.open(side, PositionOpening.by(snapshot));
        } else {
            resized(side, snapshot);
            LeverageRules.learn(side, snapshot.leverage());
        }
    }

    private static void resized(SideDraft side, Snapshot snapshot) {
        Position known = side.position();
        Position entered = snapshot.entryPrice().map(known::withEntry).orElse(known);
        Position after = entered.reducedTo(snapshot.quantity());
        int change = snapshot.quantity().compareTo(known.quantity());
        if (change > 0) {
            RevisionRules.increased(side, after, snapshot.time());
        } else if (change < 0) {
            RevisionRules.reduced(side, after, known.quantity().subtract(snapshot.quantity()), Optional.empty());
        } else if (!sameEntry(known, after)) {
            RevisionRules.entryChanged(side, after);
        }
    }

    private static boolean sameEntry(Position a, Position b) {
        return a.entry().isPresent() == b.entry().isPresent()
                && a.entry().map(entry -> entry.compareTo(b.entryOrFail()) == 0).orElse(true);
    }
}
