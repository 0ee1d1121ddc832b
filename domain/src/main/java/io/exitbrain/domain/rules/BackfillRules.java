package io.exitbrain.domain.rules;

import io.exitbrain.domain.decision.RuleId;
import io.exitbrain.domain.plan.Ladder;
import io.exitbrain.domain.plan.LivingPlan;
import io.exitbrain.domain.policy.StopPolicy;
import io.exitbrain.domain.value.Reason;
import java.math.BigDecimal;

/**
 * The rules for an orphan that is already in profit: rule 2.8.
 *
 * @see <a href="../../../../../../../../docs/rules.md#2-planning">docs/rules.md, 2 Planning</a>
 */
final class BackfillRules {

    private BackfillRules() {}

    /** Applies the first mark to an orphan's plan: skips the legs that the mark has reached and locks a large profit. */
    static void apply(SideDraft side, BigDecimal mark) {
        LivingPlan plan = side.plan();
        Ladder ladder = plan.ladder().skipping(leg -> side.side().hasReached(mark, leg.price()));
        side.put(plan.with(ladder).with(plan.stop().withMarkSeen()));
        if (!ladder.equals(plan.ladder())) {
            side.revise(RuleId.BACKFILL, "legs that the mark had passed are skipped");
        }
        side.context().policy().stop().profitLock().ifPresent(lock -> lock(side, mark, lock));
    }

    private static void lock(SideDraft side, BigDecimal mark, StopPolicy.ProfitLock lock) {
        if (isOver(lock.aboveMarginProfit(), side, mark)) {
            StopRules.improve(
                    side, side.plan().levels(side.position()).stopAtProfit(lock.lockPct()), Reason.PROFIT_LOCK);
        }
    }

    /** Whether profit exceeds {@code share} of margin, without a division: (mark - entry) * leverage > share * entry. */
    private static boolean isOver(BigDecimal share, SideDraft side, BigDecimal mark) {
        BigDecimal entry = side.position().entryOrFail();
        BigDecimal profit = side.side().sign(mark.subtract(entry));
        BigDecimal leverage =
                side.position().leverageOr(side.plan().terms().stop().assumedLeverage());
        return profit.multiply(leverage).compareTo(share.multiply(entry)) > 0;
    }
}
