package io.exitbrain.domain.rules;

import io.exitbrain.domain.decision.RuleId;
import io.exitbrain.domain.input.LeverageNotice;
import io.exitbrain.domain.plan.ToldLeverage;
import io.exitbrain.domain.value.PositionSide;
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

    /** A record of the position told {@code leverage} at {@code time}, epoch milliseconds. */
    static void told(SideDraft side, BigDecimal leverage, long time) {
        side.put(side.state().telling(new ToldLeverage(leverage, time)));
    }

    /** A notice told the leverage of one side, or of every side. */
    static void told(SymbolDraft symbol, LeverageNotice notice) {
        for (PositionSide side : PositionSide.values()) {
            if (notice.concerns(side)) {
                told(symbol.side(side), notice.leverage(), notice.time());
            }
        }
    }

    /** The highest leverage that {@code opening}, a record of the position or the context says; empty if none does. */
    static Optional<BigDecimal> highest(SideDraft side, Optional<BigDecimal> opening) {
        Optional<BigDecimal> told = side.state().told().map(ToldLeverage::leverage);
        return higher(higher(opening, told), side.context().exitContext().leverage());
    }

    // Every step asks for it: a comparison makes no object, a stream would.
    private static Optional<BigDecimal> higher(Optional<BigDecimal> a, Optional<BigDecimal> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isPresent() ? a : b;
        }
        return a.get().compareTo(b.get()) >= 0 ? a : b;
    }

    static void learn(SideDraft side, Optional<BigDecimal> known) {
        known.filter(side.position()::isRaisedBy).ifPresent(leverage -> raised(side, leverage));
    }

    private static void raised(SideDraft side, BigDecimal leverage) {
        side.put(side.state().with(side.position().withLeverage(leverage)));
        if (side.state().plan().isPresent()) {
            side.revise(RuleId.RISK_FLOOR, "leverage is " + leverage.toPlainString());
            side.plan().riskFloor(side.position()).ifPresent(floor -> floored(side, floor));
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
