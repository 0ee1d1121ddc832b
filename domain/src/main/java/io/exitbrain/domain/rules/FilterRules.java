package io.exitbrain.domain.rules;

import io.exitbrain.domain.decision.RuleId;
import io.exitbrain.domain.plan.LivingPlan;
import io.exitbrain.domain.plan.PriceLevels;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.Reason;
import io.exitbrain.domain.value.Side;
import java.math.BigDecimal;

/**
 * Takes new or late filters of the exchange into a living plan, before anything else is decided: rule 3. Prices and quantities are rounded
 * anew. The stop is never looser, and the legs are not shared out again.
 *
 * @see <a href="../../../../../../../../docs/rules.md#3-the-stop">docs/rules.md, 3 The stop</a>
 */
final class FilterRules {

    private FilterRules() {}

    static void apply(SideDraft side) {
        if (!side.hasPlan()) {
            return;
        }
        if (side.plan().isNew(side.context().instrument())) {
            take(side, side.context().instrument());
        }
        if (side.isGuarded() && !side.plan().isStopOnTick()) {
            roundStop(side);
        }
    }

    private static void take(SideDraft side, Instrument known) {
        LivingPlan before = side.plan();
        side.put(before.with(known));
        if (side.isGuarded()) {
            side.put(rounded(side.plan(), side.plan().levels(side.position())));
        }
        if (isShownOtherwise(before, side.plan())) {
            side.revise(RuleId.FILTERS, describe(known));
        }
    }

    private static LivingPlan rounded(LivingPlan plan, PriceLevels levels) {
        return plan.with(plan.ladder().repriced(levels)).with(RevisionRules.rearmed(plan, levels));
    }

    private static String describe(Instrument known) {
        return "tick %s, lot step %s"
                .formatted(known.tickSize().toPlainString(), known.stepSize().toPlainString());
    }

    private static boolean isShownOtherwise(LivingPlan before, LivingPlan after) {
        return !before.instrument().isKnown()
                || !before.ladder().equals(after.ladder())
                || !before.stop().equals(after.stop());
    }

    /**
     * Rounds the stop towards the market. A stop that rounding would put at or beyond the mark stays as it is until the mark leaves room.
     */
    private static void roundStop(SideDraft side) {
        Side direction = side.side();
        LivingPlan plan = side.plan();
        BigDecimal rounded = plan.instrument().roundPrice(plan.stop().price(), direction.stopRounding());
        boolean hasRoom =
                side.mark().filter(mark -> direction.hasBreached(mark, rounded)).isEmpty();
        if (hasRoom) {
            side.put(plan.with(plan.stop().at(rounded)));
            side.standsNow();
        }
        if (direction.isBetter(side.plan().stop().price(), plan.standingPrice())) {
            side.reasons().moved(Reason.REBASED);
        }
    }
}
