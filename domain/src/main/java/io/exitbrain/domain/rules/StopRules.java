package io.exitbrain.domain.rules;

import io.exitbrain.domain.decision.RuleId;
import io.exitbrain.domain.value.Reason;
import java.math.BigDecimal;

/** A better stop that does not come from the price at hand: break-even, REBASED, profit lock, risk floor (rule 3). */
final class StopRules {

    private StopRules() {}

    /** Takes {@code stop} if it is better. Where the mark has passed it, it is never sent as a stop: EXIT. */
    static void improve(SideDraft side, BigDecimal stop, Reason reason) {
        if (!side.isGuarded() || !side.side().isBetter(stop, side.plan().stop().price())) {
            return;
        }
        side.put(side.plan().with(side.plan().stop().at(stop)));
        if (side.mark().filter(mark -> side.side().hasBreached(mark, stop)).isPresent()) {
            side.exit(Reason.ALREADY_BREACHED, RuleId.ALREADY_BREACHED);
        } else {
            side.moved(reason);
        }
    }
}
