package io.exitbrain.domain.plan;

import io.exitbrain.domain.policy.StopPolicy;
import io.exitbrain.domain.policy.Trail;
import io.exitbrain.domain.value.Regime;
import io.exitbrain.domain.value.RiskMode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The terms of a plan, fixed at its creation (rule 2.11).
 *
 * @param distance stop distance d as a ratio of entry, after the risk floor
 * @param trail empty = no trail (emergency exits, and hybrid plans without a trail percentage)
 */
public record PlanTerms(
        String strategy,
        String profile,
        Regime regime,
        RiskMode riskMode,
        BigDecimal confidence,
        BigDecimal distance,
        Optional<Trail> trail,
        StopTerms stop) {

    /**
     * The stop settings of a plan. Later policy changes do not affect them.
     * @param minStepPct smallest improvement that is sent, as a ratio of the last sent stop; 0 = every improvement
     * @param breakEven whether filled legs lift the stop
     * @param maxMarginLoss largest share of margin that may be lost; empty = no risk floor
     * @param minDistancePct smallest stop distance that can protect
     * @param assumedLeverage leverage that counts while nobody has told one; empty = 1
     * @param liquidationBuffer share of the distance from entry to liquidation that the stop keeps; empty = off
     * @param maxHoldMs time limit in milliseconds; empty = none
     */
    public record StopTerms(
            BigDecimal minStepPct,
            boolean breakEven,
            Optional<BigDecimal> maxMarginLoss,
            BigDecimal minDistancePct,
            Optional<BigDecimal> assumedLeverage,
            Optional<BigDecimal> liquidationBuffer,
            Optional<Long> maxHoldMs) {

        /** The terms that {@code policy} gives a new plan. */
        public static StopTerms of(StopPolicy policy, Optional<Long> maxHoldMs) {
            return new StopTerms(
                    policy.minStepPct(),
                    policy.breakEven(),
                    policy.maxMarginLoss(),
                    policy.minDistancePct(),
                    policy.assumedLeverage(),
                    policy.liquidationBuffer(),
                    maxHoldMs);
        }
    }
}
