package io.exitbrain.domain;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;

/** What an add, a reduction or a corrected entry makes of a living plan: rule 3. */
final class RevisionRules {

    private RevisionRules() {}

    /** The position grew to {@code after} by an event of {@code time}. */
    static void increased(SideTurn side, Position after, long time) {
        side.put(side.slot().with(after).with(side.slot().times().increasedAt(time)));
        revised(side, Rule.INCREASED, () -> {
            side.resize(Reason.POSITION_INCREASED);
            reshare(side);
            rebase(side);
        });
    }

    /** The exchange says another entry for the same quantity. */
    static void entryChanged(SideTurn side, Position after) {
        side.put(side.slot().with(after));
        revised(side, Rule.ENTRY_CHANGED, () -> {
            reshare(side);
            rebase(side);
        });
    }

    /** {@code closed} of the position was closed, at {@code price} where a fill said it. */
    static void reduced(SideTurn side, Position after, BigDecimal closed, Optional<BigDecimal> price) {
        side.put(side.slot().with(after));
        revised(side, Rule.REDUCED, () -> {
            forgetFilledStop(side);
            side.resize(Reason.POSITION_REDUCED);
            fillLegs(side, closed, price);
        });
    }

    private static void revised(SideTurn side, Rule rule, Runnable change) {
        if (side.slot().plan().isEmpty()) {
            return;
        }
        side.revise(rule, "open " + side.position().quantity().toPlainString());
        if (side.isGuarded()) {
            boolean requantised = requantise(side);
            change.run();
            if (requantised) {
                quantiseStop(side);
            }
        }
    }

    /** A reported fill of the stop has now shown in the position. */
    private static void forgetFilledStop(SideTurn side) {
        Orders orders = side.plan().orders();
        side.put(side.plan().with(orders.with(orders.confirmation().filledAt(Times.NEVER))));
    }

    /** Takes the filters known by now; whether they are others than before. */
    private static boolean requantise(SideTurn side) {
        Instrument known = side.turn().instrument();
        if (!known.isKnown() || known.equals(side.plan().instrument())) {
            return false;
        }
        side.put(side.plan().with(known));
        reshare(side);
        return true;
    }

    // towards the market, so that a newly known tick never loosens the stop; left alone where that would put it through
    // the mark
    private static void quantiseStop(SideTurn side) {
        BigDecimal stop = side.plan().stop().price();
        BigDecimal rounded =
                side.plan().instrument().roundPrice(stop, side.side().stopRounding());
        if (side.mark().filter(mark -> side.side().hasBreached(mark, rounded)).isEmpty()) {
            side.lift(rounded, Reason.REBASED);
        }
    }

    private static void reshare(SideTurn side) {
        LivingPlan plan = side.plan();
        Levels levels = plan.levels(side.position());
        side.put(plan.with(plan.ladder().resharedOver(side.position().quantity(), levels))
                .with(repriced(plan.stop(), plan.terms(), levels)));
    }

    /** The stop with loss and, while not armed, activation from the new entry. */
    private static Stop repriced(Stop stop, Terms terms, Levels levels) {
        BigDecimal loss = levels.side().betterOf(stop.lossPrice(), levels.stopAtLoss(terms.distance()));
        Optional<BigDecimal> activation =
                stop.isArmed() ? stop.activationPrice() : terms.trail().map(trail -> levels.target(trail.activation()));
        return stop.pricedFrom(loss, activation);
    }

    /** The recomputed stop loss, where it is better than the stop. */
    private static void rebase(SideTurn side) {
        LivingPlan plan = side.plan();
        BigDecimal distance = StopDistance.notAbove(
                plan.riskFloor(side.position().leverageOrOne()), plan.terms().distance());
        side.lift(plan.levels(side.position()).stopAtLoss(distance), Reason.REBASED);
    }

    private static void fillLegs(SideTurn side, BigDecimal closed, Optional<BigDecimal> price) {
        LivingPlan plan = side.plan();
        Predicate<Leg> isReached = leg -> side.side().hasReached(plan.stop().best(), leg.price())
                || price.filter(at -> side.side().hasReached(at, leg.price())).isPresent();
        Ladder after = plan.ladder().afterClosing(closed, isReached);
        side.put(plan.with(after));
        if (after.hasStrayClosing(isReached)) {
            reshare(side);
        }
        if (after.countFilled() > plan.ladder().countFilled()) {
            side.revise(
                    Rule.LEG_FILLED, after.countFilled() + " of " + after.legs().size() + " legs filled");
            breakEven(side);
        }
    }

    private static void breakEven(SideTurn side) {
        LivingPlan plan = side.plan();
        if (plan.terms().stop().breakEven()) {
            plan.ladder()
                    .breakEven(side.position().entryOrFail())
                    .map(level ->
                            plan.instrument().roundPrice(level, side.side().stopRounding()))
                    .ifPresent(level -> side.lift(level, Reason.BREAK_EVEN));
        }
    }
}
