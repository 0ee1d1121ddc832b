package io.exitbrain.domain;

import java.math.BigDecimal;

/** How fills and snapshots change a position: rule 1. */
final class PositionRules {

    /** An unconfirmed snapshot counts after this many times {@code settle} with nothing against it. */
    private static final int SETTLES_TO_WAIT = 5;

    private PositionRules() {}

    /** Lets {@code fill} change the position; false where it is impossible and changed nothing. */
    static boolean fill(SideTurn side, Fill fill) {
        if (fill.time() <= side.slot().times().newestSnapshot()) {
            adopt(side, fill);
            return true;
        }
        if (!side.position().isOpen()) {
            return open(side, fill);
        }
        return fill.side().opens() == side.side() ? add(side, fill) : shrink(side, fill);
    }

    /** A fill that the newest snapshot already contains: the plan learns where it came from, the quantity stays. */
    private static void adopt(SideTurn side, Fill fill) {
        side.slot().plan().ifPresent(plan -> {
            Identity adopted = plan.identity().adopting(fill);
            if (!adopted.equals(plan.identity())) {
                side.put(plan.with(adopted));
                side.revise(Rule.ADOPTED, "the fill was already in the position");
            }
        });
    }

    private static boolean open(SideTurn side, Fill fill) {
        if (fill.reduceOnly() || !side.positionSide().admits(fill.side().opens())) {
            return impossible(side, fill, fill.quantity(), "nothing is open");
        }
        counted(side, fill);
        Opening.by(fill).in(side);
        return true;
    }

    private static boolean add(SideTurn side, Fill fill) {
        if (fill.reduceOnly()) {
            return impossible(side, fill, fill.quantity(), "it would add");
        }
        counted(side, fill);
        side.put(side.slot().with(side.slot().times().filledUpAt(fill.time())));
        RevisionRules.increased(side, side.position().plus(fill.quantity(), fill.price()), fill.time());
        LeverageRules.learn(side, fill.leverage());
        return true;
    }

    private static boolean shrink(SideTurn side, Fill fill) {
        counted(side, fill);
        BigDecimal open = side.position().quantity();
        BigDecimal left = open.subtract(fill.quantity());
        if (left.signum() > 0) {
            RevisionRules.reduced(
                    side, side.position().reducedTo(left), fill.quantity(), java.util.Optional.of(fill.price()));
            LeverageRules.learn(side, fill.leverage());
        } else if (left.signum() == 0) {
            side.close(Reason.POSITION_CLOSED);
        } else if (fill.reduceOnly() || side.positionSide().isHedge()) {
            side.close(Reason.POSITION_CLOSED);
            impossible(side, fill, left.negate(), "only " + open.toPlainString() + " were open");
        } else {
            side.close(Reason.POSITION_FLIPPED);
            Opening.byRestOf(fill, left.negate()).in(side);
        }
        return true;
    }

    private static void counted(SideTurn side, Fill fill) {
        side.put(side.slot().with(side.slot().times().afterFill(fill.time())).holdingNothing());
    }

    private static boolean impossible(SideTurn side, Fill fill, BigDecimal excess, String why) {
        side.refuse(
                Rule.IMPOSSIBLE_FILL,
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

    /** Lets {@code snapshot} replace what is known, unless it is older or may have been taken before the newest fill. */
    static void snapshot(SideTurn side, Snapshot snapshot) {
        if (snapshot.time() < side.slot().times().newestEvent()) {
            return;
        }
        if (mustSettle(side, snapshot)) {
            side.put(side.slot().holding(new HeldSnapshot(snapshot, side.turn().now())));
            return;
        }
        apply(side, snapshot);
    }

    /** A held snapshot that nothing spoke against for long enough counts. */
    static void applyHeldOnceDue(SideTurn side) {
        long wait = SETTLES_TO_WAIT * side.turn().policy().stop().settleMs();
        side.slot()
                .held()
                .filter(held -> side.turn().now() - held.heldSince() >= wait)
                .ifPresent(held -> apply(side, held.snapshot()));
    }

    private static boolean mustSettle(SideTurn side, Snapshot snapshot) {
        SlotTimes times = side.slot().times();
        return side.position().isOpen()
                && times.lastFillIncrease() != Times.NEVER
                && snapshot.time() - times.lastFillIncrease()
                        < side.turn().policy().stop().settleMs()
                && takesAway(side.position(), snapshot)
                && side.slot()
                        .held()
                        .filter(held -> isRepeatedBy(held, snapshot))
                        .isEmpty();
    }

    private static boolean takesAway(Position position, Snapshot snapshot) {
        return snapshot.isFlat()
                || snapshot.side() != position.side()
                || snapshot.quantity().compareTo(position.quantity()) < 0;
    }

    private static boolean isRepeatedBy(HeldSnapshot held, Snapshot snapshot) {
        return snapshot.time() > held.snapshot().time() && snapshot.holdsTheSameAs(held.snapshot());
    }

    private static void apply(SideTurn side, Snapshot snapshot) {
        side.put(side.slot()
                .with(side.slot().times().afterSnapshot(snapshot.time()))
                .holdingNothing());
        Position known = side.position();
        if (snapshot.isFlat()) {
            if (known.isOpen()) {
                side.close(Reason.POSITION_CLOSED);
            }
        } else if (!known.isOpen()) {
            Opening.by(snapshot).in(side);
        } else if (snapshot.side() != known.side()) {
            side.close(Reason.POSITION_FLIPPED);
            Opening.by(snapshot).in(side);
        } else {
            resized(side, snapshot);
            LeverageRules.learn(side, snapshot.leverage());
        }
    }

    private static void resized(SideTurn side, Snapshot snapshot) {
        Position known = side.position();
        Position entered = snapshot.entryPrice().map(known::withEntry).orElse(known);
        Position after = entered.reducedTo(snapshot.quantity());
        int change = snapshot.quantity().compareTo(known.quantity());
        if (change > 0) {
            RevisionRules.increased(side, after, snapshot.time());
        } else if (change < 0) {
            RevisionRules.reduced(
                    side, after, known.quantity().subtract(snapshot.quantity()), java.util.Optional.empty());
        } else if (!sameEntry(known, after)) {
            RevisionRules.entryChanged(side, after);
        }
    }

    private static boolean sameEntry(Position a, Position b) {
        return a.entry().isPresent() == b.entry().isPresent()
                && a.entry().map(entry -> entry.compareTo(b.entryOrFail()) == 0).orElse(true);
    }
}
