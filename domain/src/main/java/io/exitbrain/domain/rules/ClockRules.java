package io.exitbrain.domain.rules;

import io.exitbrain.domain.decision.RuleId;
import io.exitbrain.domain.value.Reason;

/**
 * Exits that do not depend on a price: the emergency switch (rule 2.7) and the time limit (rule 3).
 *
 * @see <a href="../../../../../../../../docs/rules.md#2-planning">docs/rules.md, 2 Planning</a>
 * @see <a href="../../../../../../../../docs/rules.md#3-the-stop">docs/rules.md, 3 The stop</a>
 */
final class ClockRules {

    private ClockRules() {}

    static void emergency(SideDraft side) {
        if (side.context().exitContext().isEmergency()) {
            side.exit(Reason.EMERGENCY, RuleId.EMERGENCY);
        }
    }

    static void timeLimit(SideDraft side) {
        long heldMs = side.now() - side.state().times().opened();
        if (side.plan()
                .terms()
                .stop()
                .maxHoldMs()
                .filter(limit -> heldMs >= limit)
                .isPresent()) {
            side.exit(Reason.TIME_LIMIT, RuleId.TIME_LIMIT);
        }
    }
}
