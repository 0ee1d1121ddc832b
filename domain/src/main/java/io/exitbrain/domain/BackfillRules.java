package io.exitbrain.domain;

import java.math.BigDecimal;

/** An orphan already in profit when it is found: rule 2.8. */
final class BackfillRules {

    private BackfillRules() {}

    /** Applies the first mark an orphan's plan sees: passed legs are skipped, a good profit is locked. */
    static void apply(SideTurn side, BigDecimal mark) {
        LivingPlan plan = side.plan();
        Ladder ladder = plan.ladder().skipping(leg -> side.side().hasReached(mark, leg.price()));
        side.put(plan.with(ladder).with(plan.stop().withMarkSeen()));
        if (!ladder.equals(plan.ladder())) {
            side.revise(Rule.BACKFILL, "legs that the mark had passed are skipped");
        }
        side.turn().policy().stop().profitLock().ifPresent(lock -> lock(side, mark, lock));
    }

    private static void lock(SideTurn side, BigDecimal mark, ProfitLock lock) {
        if (isOver(lock.aboveMarginProfit(), side.position(), mark)) {
            side.lift(side.plan().levels(side.position()).stopAtProfit(lock.lockPct()), Reason.PROFIT_LOCK);
        }
    }

    /** Profit over margin compared without a division: (mark - entry) * leverage > share * entry. */
    private static boolean isOver(BigDecimal share, Position position, BigDecimal mark) {
        BigDecimal entry = position.entryOrFail();
        BigDecimal profit = position.side().sign(mark.subtract(entry));
        return profit.multiply(position.leverageOrOne()).compareTo(share.multiply(entry)) > 0;
    }
}
