package io.exitbrain.domain;

import java.math.BigDecimal;
import java.util.Optional;

/** The risk floor is applied again at once when leverage becomes known or rises; a lower one changes nothing: rule 2.4. */
final class LeverageRules {

    private LeverageRules() {}

    static void learn(SideTurn side, Optional<BigDecimal> known) {
        known.filter(side.position()::isRaisedBy).ifPresent(leverage -> raised(side, leverage));
    }

    private static void raised(SideTurn side, BigDecimal leverage) {
        side.put(side.slot().with(side.position().withLeverage(leverage)));
        if (side.slot().plan().isPresent()) {
            side.revise(Rule.RISK_FLOOR, "leverage is " + leverage.toPlainString());
            side.plan().riskFloor(leverage).ifPresent(floor -> floored(side, floor));
        }
    }

    private static void floored(SideTurn side, BigDecimal floor) {
        if (floor.compareTo(side.plan().terms().stop().minDistancePct()) < 0) {
            side.exit(Reason.RISK_FLOOR, Rule.RISK_FLOOR);
        } else if (side.isGuarded() && floor.compareTo(side.plan().terms().distance()) < 0) {
            side.lift(side.plan().levels(side.position()).stopAtLoss(floor), Reason.REBASED);
        }
    }
}
