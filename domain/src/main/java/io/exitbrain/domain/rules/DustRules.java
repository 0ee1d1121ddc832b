package io.exitbrain.domain.rules;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.domain.decision.RuleId;
import io.exitbrain.domain.plan.LivingPlan;
import io.exitbrain.domain.value.Instrument;
import java.math.BigDecimal;

/**
 * Ends the plan of a position that no order can close, because less than one lot step is open: rule 3.
 *
 * @see <a href="../../../../../../../../docs/rules.md#3-the-stop">docs/rules.md, 3 The stop</a>
 */
final class DustRules {

    /** Without a known lot step, what is open is dust if it is at most this share of the initial quantity: the residue of binary fractions. */
    private static final BigDecimal RESIDUE = new BigDecimal("1e-9");

    private DustRules() {}

    static void apply(SideDraft side) {
        if (!side.state().isOpen() || !isDust(side) || side.state().isDust()) {
            return;
        }
        side.note(
                ExitEvent.Kind.DUST,
                RuleId.DUST,
                "%s is open, less than one lot step: no order can close it"
                        .formatted(side.position().quantity().toPlainString()));
        ClosingRules.endAsDust(side);
    }

    /** Whether the position is dust under the filters that are known now. */
    static boolean isDust(SideDraft side) {
        Instrument known = side.context().instrument();
        BigDecimal open = side.position().quantity();
        if (known.isKnown()) {
            return known.isDust(open);
        }
        return side.state().isDust()
                || side.state().plan().filter(plan -> isResidue(plan, open)).isPresent();
    }

    private static boolean isResidue(LivingPlan plan, BigDecimal open) {
        return plan.instrument().isDust(open)
                || open.compareTo(plan.identity().initialQuantity().multiply(RESIDUE)) <= 0;
    }
}
