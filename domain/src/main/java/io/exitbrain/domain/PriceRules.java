package io.exitbrain.domain;

import java.math.BigDecimal;

/** What a mark price does to a stop: rule 3, in its order. */
final class PriceRules {

    private PriceRules() {}

    /** Lets the newest mark fire or move the stop. A price older than the last increase decides nothing. */
    static void apply(SideTurn side) {
        if (side.isGuarded() && side.exit().isEmpty()) {
            side.mark().ifPresent(mark -> apply(side, mark));
        }
    }

    private static void apply(SideTurn side, BigDecimal mark) {
        Stop stop = side.plan().stop();
        if (side.side().hasBreached(mark, stop.price())) {
            side.exit(stop.exitReason(), Rule.STOP_BREACHED);
            return;
        }
        if (stop.awaitsMark()) {
            BackfillRules.apply(side, mark);
        }
        follow(side, mark);
    }

    /** Lets the stop follow {@code mark}, which has not breached it. */
    static void follow(SideTurn side, BigDecimal mark) {
        LivingPlan plan = side.plan();
        Stop after = Trailing.after(plan.stop(), mark, plan.terms(), plan.levels(side.position()));
        if (after.equals(plan.stop())) {
            return;
        }
        side.put(plan.with(after));
        if (after.isArmed() && !plan.stop().isArmed()) {
            side.say(EventKind.ARMED, Rule.ARMED);
        }
        // only a best price from before can put the candidate beyond this mark: then it is no stop any more
        if (side.side().hasBreached(mark, after.price())) {
            side.exit(Reason.ALREADY_BREACHED, Rule.ALREADY_BREACHED);
        }
    }
}
