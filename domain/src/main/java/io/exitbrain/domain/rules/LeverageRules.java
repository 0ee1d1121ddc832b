package io.exitbrain.domain.rules;

import io.exitbrain.domain.decision.RuleId;
import io.exitbrain.domain.value.Reason;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Applies the risk floor again when leverage becomes known or rises. A lower leverage changes nothing. Rule 2.4.
 *
 * @see <a href="../../../../../../../../docs/rules.md#2-planning">docs/rules.md, 2 Planning</a>
 */
final class LeverageRules {

    private LeverageRules() {}

    static void learn(SideDraft side, Optional<BigDecimal> known) {
        known.filter(side.position()::isRaisedBy).ifPresent(leverage -> raised(side, leverage));
    }

    /** Uses the leverage of the context if no other source gave one. */
    static void learnFromContext(SideDraft side) {
        if (side.position().leverage().isEmpty()) {
            learn(side, side.context().exitContext().leverage());
        }
    }

    private static void raised(SideDraft side, BigDecimal leverage) {
        side.put(side.state().with(side.position().withLeverage(leverage)));
        if (side.state().plan().isPresent()) {
            side.revise(RuleId.RISK_FLOOR, "leverage is " + leverage.toPlainString());
            side.plan().riskFloor(leverage).ifPresent(floor -> floored(side, floor));
        }
    }

    private static void floored(SideDraft side, BigDecimal floor) {
        if (floor.compareTo(side.plan().terms().stop().minDistancePct()) < 0) {
            side.exit(Reason.RISK_FLOOR, RuleId.RISK_FLOOR);
        } else if (side.isGuarded() && floor.compareTo(side.plan().terms().distance()) < 0) {
            StopRules.improve(side, side.plan().levels(side.position()).stopAtLoss(floor), Reason.REBASED);
        }
    }
}
