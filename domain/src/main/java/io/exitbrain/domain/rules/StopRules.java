package io.exitbrain.domain.rules;

import io.exitbrain.domain.decision.RuleId;
import io.exitbrain.domain.value.Reason;
import java.math.BigDecimal;

/**
 * Improves a stop by a rule other than the trail: break-even, REBASED, profit lock, risk floor, liquidation (rule 3).
 *
 * @see <a href="../../../../../../../../docs/rules.md#3-the-stop">docs/rules.md, 3 The stop</a>
 */
final class StopRules {

    private StopRules() {}

    /** Takes {@code stop} if it is better. If the mark has already breached it, the position exits instead. */
    static void improve(SideDraft side, BigDecimal stop, Reason reason) {
        if (!side.isGuarded() || !side.side().isBetter(stop, side.plan().stop().price())) {
            return;
        }
        if (side.mark().filter(mark -> side.side().hasBreached(mark, stop)).isPresent()) {
            exit(side, reason);
        } else {
            side.put(side.plan().with(side.plan().stop().at(stop)));
            side.reasons().moved(reason);
        }
    }

    private static void exit(SideDraft side, Reason reason) {
        if (reason == Reason.LIQUIDATION) {
            side.exit(Reason.LIQUIDATION, RuleId.LIQUIDATION);
        } else {
            side.exit(Reason.ALREADY_BREACHED, RuleId.ALREADY_BREACHED);
        }
    }
}
