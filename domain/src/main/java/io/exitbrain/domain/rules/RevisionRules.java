package io.exitbrain.domain.rules;

import io.exitbrain.domain.decision.RuleId;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.plan.Ladder;
import io.exitbrain.domain.plan.Leg;
import io.exitbrain.domain.plan.LivingPlan;
import io.exitbrain.domain.plan.PlanIdentity;
import io.exitbrain.domain.plan.Position;
import io.exitbrain.domain.plan.PriceLevels;
import io.exitbrain.domain.plan.SentCommands;
import io.exitbrain.domain.plan.Stop;
import io.exitbrain.domain.plan.StopDistance;
import io.exitbrain.domain.value.Reason;
import io.exitbrain.domain.value.Times;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Revises a living plan after an add, a reduction or another entry: rule 3.
 *
 * @see <a href="../../../../../../../../docs/rules.md#3-the-stop">docs/rules.md, 3 The stop</a>
 */
final class RevisionRules {

    private RevisionRules() {}

    /** The position grew to {@code after} by an event at {@code time}. */
    static void increased(SideDraft side, Position after, long time) {
        side.put(side.state().grownTo(after, time));
        revised(side, RuleId.INCREASED, () -> {
            side.reasons().resized(Reason.POSITION_INCREASED);
            reshare(side);
            rebase(side);
        });
    }

    /** The exchange reports another entry for the same quantity. */
    static void entryChanged(SideDraft side, Position after) {
        side.put(side.state().with(after));
        revised(side, RuleId.ENTRY_CHANGED, () -> takeEntry(side));
    }

    /** The stop loss is computed from the new entry, and the prices of the open legs. Their quantities stay. */
    private static void takeEntry(SideDraft side) {
        LivingPlan plan = side.plan();
        PriceLevels levels = plan.levels(side.position());
        side.put(plan.with(plan.ladder().repriced(levels)).with(rearmed(plan, levels)));
        rebase(side);
    }

    /** The quantity {@code closed} was closed, at {@code price} if a fill closed it. */
    static void reduced(SideDraft side, Position after, BigDecimal closed, Optional<BigDecimal> price) {
        reduced(side, after, () -> fillLegs(side, closed, price));
    }

    /** A fill that the position holds already: the plan learns where it came from. */
    static void adopt(SideDraft side, Fill fill) {
        side.state().plan().ifPresent(plan -> {
            PlanIdentity adopted = plan.identity().adopting(fill);
            if (!adopted.equals(plan.identity())) {
                side.put(plan.with(adopted));
                side.revise(RuleId.ADOPTED, "the fill was already in the position");
            }
        });
    }

    /** A row reduced the position: which legs were hit is not known yet. */
    static void reducedUnexplained(SideDraft side, Position after) {
        reduced(side, after, () -> {});
    }

    private static void reduced(SideDraft side, Position after, Runnable legs) {
        boolean hasOtherEntry = after.entry()
                .filter(entry -> !side.context().isSameEntry(side.position(), entry))
                .isPresent();
        side.put(side.state().with(after));
        revised(side, RuleId.REDUCED, () -> {
            forgetFilledStop(side);
            side.reasons().resized(Reason.POSITION_REDUCED);
            if (hasOtherEntry) {
                takeEntry(side);
            }
            legs.run();
        });
    }

    /** {@code closed} was closed before, and is counted for the legs now. */
    static void closed(SideDraft side, BigDecimal closed, Optional<BigDecimal> price) {
        revised(side, RuleId.REDUCED, () -> fillLegs(side, closed, price));
    }

    private static void revised(SideDraft side, RuleId rule, Runnable change) {
        if (side.state().plan().isEmpty()) {
            return;
        }
        side.revise(rule, "open " + side.position().quantity().toPlainString());
        if (side.isGuarded()) {
            change.run();
        }
    }

    /** Clears the reported fill of the stop, because the position now shows it. */
    private static void forgetFilledStop(SideDraft side) {
        SentCommands sent = side.plan().sent();
        side.put(side.plan().with(sent.with(sent.confirmation().filledAt(Times.NEVER))));
    }

    private static void reshare(SideDraft side) {
        LivingPlan plan = side.plan();
        PriceLevels levels = plan.levels(side.position());
        side.put(plan.with(plan.ladder().resharedOver(side.position().quantity(), levels))
                .with(rearmed(plan, levels)));
    }

    /** The stop with the activation that {@code levels} give, if it is not armed. */
    static Stop rearmed(LivingPlan plan, PriceLevels levels) {
        Stop stop = plan.stop();
        return stop.isArmed()
                ? stop
                : stop.armedAt(plan.terms().trail().map(trail -> levels.activation(trail.activation())));
    }

    /** Improves the stop to the recomputed stop loss. */
    private static void rebase(SideDraft side) {
        LivingPlan plan = side.plan();
        BigDecimal distance = StopDistance.notAbove(
                plan.riskFloor(side.position()), plan.terms().distance());
        StopRules.improve(side, plan.levels(side.position()).stopAtLoss(distance), Reason.REBASED);
    }

    private static void fillLegs(SideDraft side, BigDecimal closed, Optional<BigDecimal> price) {
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
                    RuleId.LEG_FILLED,
                    after.countFilled() + " of " + after.legs().size() + " legs filled");
            breakEven(side);
        }
    }

    private static void breakEven(SideDraft side) {
        LivingPlan plan = side.plan();
        if (plan.terms().stop().breakEven()) {
            plan.ladder()
                    .breakEven(side.position().entryOrFail())
                    .map(level ->
                            plan.instrument().roundPrice(level, side.side().stopRounding()))
                    .ifPresent(level -> StopRules.improve(side, level, Reason.BREAK_EVEN));
        }
    }
}
