package io.exitbrain.domain.rules;

import io.exitbrain.domain.decision.RuleId;
import io.exitbrain.domain.plan.LivingPlan;
import io.exitbrain.domain.plan.PriceLevels;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Reason;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Takes new or late filters of the exchange into a living plan, before anything else is decided: rule 3. Prices and quantities are rounded
 * anew. The stop is never looser, and the legs are not shared out again.
 *
 * @see <a href="../../../../../../../../docs/rules.md#3-the-stop">docs/rules.md, 3 The stop</a>
 */
final class FilterRules {

    private FilterRules() {}

    static void apply(SymbolDraft symbol) {
        for (PositionSide side : PositionSide.values()) {
            Optional<LivingPlan> plan = symbol.planBefore(side);
            if (plan.isPresent() && plan.get().isNew(symbol.context().instrument())) {
                apply(symbol.side(side));
            }
        }
    }

    /**
     * Takes the filters of the context, which are new. While rounding would put the stop at or beyond the mark, the tick waits: the
     * stop stays as it is until the mark leaves room.
     */
    private static void apply(SideDraft side) {
        Instrument known = side.context().instrument();
        Instrument now = !side.isGuarded() || hasRoom(side, known)
                ? known
                : known.withTickOf(side.plan().instrument());
        if (side.plan().isNew(now)) {
            take(side, now);
        }
    }

    private static boolean hasRoom(SideDraft side, Instrument known) {
        BigDecimal stop = side.plan().stop().price();
        BigDecimal rounded = known.roundPrice(stop, side.side().stopRounding());
        return rounded.compareTo(stop) == 0
                || side.mark()
                        .filter(mark -> side.side().hasBreached(mark, rounded))
                        .isEmpty();
    }

    private static void take(SideDraft side, Instrument known) {
        LivingPlan before = side.plan();
        side.put(before.with(known));
        if (side.isGuarded()) {
            side.put(rounded(side.plan(), side.plan().levels(side.position())));
            roundStop(side);
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

    /** Rounds the stop towards the market. It is sent if the order at the exchange is at another price. */
    private static void roundStop(SideDraft side) {
        LivingPlan plan = side.plan();
        BigDecimal rounded =
                plan.instrument().roundPrice(plan.stop().price(), side.side().stopRounding());
        side.put(plan.with(plan.stop().at(rounded)));
        side.standsNow();
        if (!plan.instrument().isOnTick(plan.standingPrice()) && side.side().isBetter(rounded, plan.standingPrice())) {
            side.reasons().moved(Reason.REBASED);
        }
    }
}
