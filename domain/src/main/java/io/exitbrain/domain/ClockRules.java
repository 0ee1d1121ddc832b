package io.exitbrain.domain;

import java.util.Optional;

/** What happens because time passed or the context changed, without a price: rules 1 (settle), 2.1, 2.7, 2.10 and 3. */
final class ClockRules {

    private ClockRules() {}

    static void apply(SideTurn side) {
        PositionRules.applyHeldOnceDue(side);
        if (!side.slot().isOpen()) {
            return;
        }
        if (side.slot().plan().isEmpty()) {
            PlanRules.protect(side, Opening.found(side.slot()));
        }
        leverageFromContext(side);
        if (side.isGuarded()) {
            emergency(side);
            timeLimit(side);
            ReportRules.overdue(side);
        }
    }

    private static void leverageFromContext(SideTurn side) {
        Optional<java.math.BigDecimal> leverage = side.turn().context().leverage();
        if (leverage.isPresent() && side.position().leverage().isEmpty()) {
            LeverageRules.learn(side, leverage);
        }
    }

    private static void emergency(SideTurn side) {
        if (side.turn().context().isEmergency()) {
            side.exit(Reason.EMERGENCY, Rule.EMERGENCY);
        }
    }

    private static void timeLimit(SideTurn side) {
        long heldMs = side.turn().now() - side.slot().times().opened();
        if (side.plan()
                .terms()
                .stop()
                .maxHoldMs()
                .filter(limit -> heldMs >= limit)
                .isPresent()) {
            side.exit(Reason.TIME_LIMIT, Rule.TIME_LIMIT);
        }
    }
}
