package io.exitbrain.domain.rules;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.domain.decision.ExitPlan;
import io.exitbrain.domain.decision.RuleId;
import io.exitbrain.domain.decision.Step;
import io.exitbrain.domain.value.Reason;
import java.util.Optional;

/**
 * The end of a position instance: its stop is cancelled and its plan gets a tombstone (rule 3).
 *
 * @see <a href="../../../../../../../../docs/rules.md#3-the-stop">docs/rules.md, 3 The stop</a>
 */
final class ClosingRules {

    private ClosingRules() {}

    static void close(SideDraft side, Reason reason) {
        side.note(ExitEvent.Kind.CLOSED, RuleId.CLOSED, reason);
        end(side, reason);
    }

    /** The same, where the event was noted already. */
    static void end(SideDraft side, Reason reason) {
        endPlan(side, reason);
        side.emitEvents();
        side.startAnew();
    }

    /** Ends the plan of a position that no order can close. The position stays in the account. */
    static void endAsDust(SideDraft side) {
        if (side.hasPlan()) {
            side.symbol().nextInstance(); // a later plan of what stays open has an id of its own
        }
        endPlan(side, Reason.POSITION_CLOSED);
        side.emitEvents();
        side.put(side.state().asDust());
    }

    private static void endPlan(SideDraft side, Reason reason) {
        if (side.hasPlan()) {
            CommandRules.cancel(side, reason);
            String key = ExitPlan.key(side.symbol().symbol(), side.positionSide());
            side.symbol().decisions().plan(new Step.PlanChange(key, Optional.empty()));
        }
    }
}
