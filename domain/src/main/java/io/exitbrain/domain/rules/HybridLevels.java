package io.exitbrain.domain.rules;

import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.plan.Leg;
import io.exitbrain.domain.plan.PriceLevels;
import io.exitbrain.domain.plan.StopDistance;
import io.exitbrain.domain.policy.Callback;
import io.exitbrain.domain.policy.Distance;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.policy.StopPolicy;
import io.exitbrain.domain.policy.Trail;
import io.exitbrain.domain.value.Execution;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The levels of the fallback plan: rule 2.9.
 *
 * @param distance stop distance as a ratio of entry
 * @param takeProfit distance of the only take-profit leg as a ratio of entry
 * @see <a href="../../../../../../../../docs/rules.md#2-planning">docs/rules.md, 2 Planning</a>
 */
record HybridLevels(BigDecimal distance, BigDecimal takeProfit, Optional<Trail> trail) {

    private static final BigDecimal LOW = new BigDecimal("0.20");
    private static final BigDecimal HIGH = new BigDecimal("0.80");
    private static final BigDecimal TIGHTER = new BigDecimal("0.9");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal TWO = new BigDecimal("2");
    private static final BigDecimal MIN_ACTIVATION = new BigDecimal("0.002");

    static HybridLevels of(PlanRequest request) {
        Policy.Hybrid base = request.policy().hybrid();
        BigDecimal confidence = request.confidence();
        ExitContext context = request.context();
        if (confidence.compareTo(LOW) < 0) {
            return of(request, base.stopPct(), base.takeProfitPct(), Optional.empty());
        }
        if (confidence.compareTo(HIGH) < 0) {
            return of(
                    request,
                    base.stopPct(),
                    base.takeProfitPct(),
                    context.trailPct().map(HALF::multiply));
        }
        BigDecimal takeProfit = context.tpPct().map(base.takeProfitPct()::max).orElse(base.takeProfitPct());
        return of(request, base.stopPct().multiply(TIGHTER), takeProfit, context.trailPct());
    }

    private static HybridLevels of(
            PlanRequest request, BigDecimal stop, BigDecimal takeProfit, Optional<BigDecimal> trail) {
        BigDecimal limited = StopDistance.notAbove(request.context().maxLossPct(), stop);
        return new HybridLevels(
                request.floored(limited),
                takeProfit,
                trail.filter(ratio -> ratio.signum() > 0)
                        .map(ratio -> trail(ratio, request.policy().stop())));
    }

    private static Trail trail(BigDecimal ratio, StopPolicy policy) {
        BigDecimal limited = ratio.max(StopPolicy.MIN_CALLBACK).min(policy.maxCallbackPct());
        Distance activation = new Distance.OfEntry(limited.multiply(TWO).max(MIN_ACTIVATION));
        return new Trail(new Callback.Ratio(limited), activation, List.of());
    }

    /** One leg of 100 %; the ladder sets its price and quantity. No leg if its price would be <= 0: no short can reach that. */
    List<Leg> legs(PriceLevels levels) {
        Distance target = new Distance.OfEntry(takeProfit);
        return levels.exact(target).signum() > 0
                ? List.of(new Leg(
                        1,
                        target,
                        levels.entry(),
                        BigDecimal.ONE,
                        BigDecimal.ZERO,
                        Execution.MARKET,
                        Leg.LegStatus.OPEN))
                : List.of();
    }
}
