package io.exitbrain.domain.rules;

import io.exitbrain.domain.value.Reason;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Keeps the stop before the price at which the exchange liquidates the position: rule 2.4, liquidation guard.
 *
 * @see <a href="../../../../../../../../docs/rules.md#2-planning">docs/rules.md, 2 Planning</a>
 */
final class LiquidationRules {

    private LiquidationRules() {}

    /** Moves the stop before the liquidation price that this step told. A price on the wrong side of the entry is none. */
    static void guard(SideDraft side) {
        if (side.isGuarded() && side.position().entry().isPresent()) {
            Optional<BigDecimal> buffer = side.plan().terms().stop().liquidationBuffer();
            side.liquidation()
                    .flatMap(price -> buffer.flatMap(
                            share -> side.plan().levels(side.position()).stopBefore(price, share)))
                    .ifPresent(stop -> StopRules.improve(side, stop, Reason.LIQUIDATION));
        }
    }
}
