package io.exitbrain.domain.rules;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.domain.decision.RuleId;
import io.exitbrain.domain.plan.LivingPlan;
import io.exitbrain.domain.plan.Stop;
import io.exitbrain.domain.plan.Trailing;
import io.exitbrain.domain.value.Reason;
import java.math.BigDecimal;

/**
 * Applies a mark price to a stop, in the order of rule 3.
 *
 * @see <a href="../../../../../../../../docs/rules.md#3-the-stop">docs/rules.md, 3 The stop</a>
 */
final class PriceRules {

    private PriceRules() {}

    /** Triggers or moves the stop by the newest mark. A mark older than the last increase is ignored. */
    static void apply(SideDraft side) {
        if (side.isGuarded() && side.reasons().exit().isEmpty()) {
            side.mark().ifPresent(mark -> apply(side, mark));
        }
    }

    private static void apply(SideDraft side, BigDecimal mark) {
        Stop stop = side.plan().stop();
        if (side.side().hasBreached(mark, stop.price())) {
            side.exit(stop.exitReason(), RuleId.STOP_BREACHED);
            return;
        }
        if (stop.awaitsMark()) {
            BackfillRules.apply(side, mark);
        }
        follow(side, mark);
    }

    /** Moves the stop behind {@code mark}, which has not breached it. */
    static void follow(SideDraft side, BigDecimal mark) {
        LivingPlan plan = side.plan();
        Stop after = Trailing.after(plan.stop(), mark, plan.terms(), plan.levels(side.position()));
        if (after.equals(plan.stop())) {
            return;
        }
        side.put(plan.with(after));
        followed(side, plan.stop(), after);
        // An earlier best price can put the candidate beyond this mark. Such a stop is already breached.
        if (side.side().hasBreached(mark, after.price())) {
            side.exit(Reason.ALREADY_BREACHED, RuleId.ALREADY_BREACHED);
        }
    }

    private static void followed(SideDraft side, Stop before, Stop after) {
        if (after.isArmed() && !before.isArmed()) {
            side.note(ExitEvent.Kind.ARMED, RuleId.ARMED);
        }
        if (side.side().isBetter(after.price(), before.price())) {
            side.reasons().trailed();
        }
    }
}
