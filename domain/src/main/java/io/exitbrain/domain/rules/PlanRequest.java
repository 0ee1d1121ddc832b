package io.exitbrain.domain.rules;

import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.plan.Origin;
import io.exitbrain.domain.plan.Position;
import io.exitbrain.domain.plan.PriceLevels;
import io.exitbrain.domain.plan.StopDistance;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Regime;
import io.exitbrain.domain.value.RiskMode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The inputs of the planner: rules 2.1 to 2.4.
 *
 * @param position open; only a plan that exits at once can be without a known entry
 * @param origin FILL or ORPHAN
 * @param context the hints; absent fields come from the symbol's context, then from the account's
 * @param time the symbol's clock, epoch milliseconds
 * @see <a href="../../../../../../../../docs/rules.md#2-planning">docs/rules.md, 2 Planning</a>
 */
record PlanRequest(
        String symbol,
        PositionSide positionSide,
        Position position,
        Origin origin,
        String planId,
        Optional<String> sourceFillId,
        ExitContext context,
        Instrument instrument,
        Policy policy,
        long time) {

    private static final BigDecimal DEFAULT_VOLATILITY = new BigDecimal("0.02");
    private static final BigDecimal DEFAULT_CONFIDENCE = new BigDecimal("0.75");
    private static final BigDecimal VOLATILE_ABOVE = new BigDecimal("0.04");
    private static final BigDecimal TREND_ABOVE = new BigDecimal("0.6");
    private static final BigDecimal RANGE_BELOW = new BigDecimal("0.015");

    PriceLevels levels(BigDecimal distance) {
        return new PriceLevels(position.side(), position.entryOrFail(), distance, instrument);
    }

    RiskMode riskMode() {
        return context.riskMode().orElse(RiskMode.NORMAL);
    }

    BigDecimal confidence() {
        return context.confidence().orElse(DEFAULT_CONFIDENCE);
    }

    /** The regime of the context, else the inferred regime: rule 2.2. */
    Regime regime() {
        return context.regime().orElseGet(this::inferredRegime);
    }

    private Regime inferredRegime() {
        BigDecimal volatility = context.volatility().orElse(DEFAULT_VOLATILITY);
        BigDecimal trend = context.trend().orElse(BigDecimal.ZERO).abs();
        if (volatility.compareTo(VOLATILE_ABOVE) > 0) {
            return Regime.VOLATILE;
        }
        if (trend.compareTo(TREND_ABOVE) > 0) {
            return Regime.TREND;
        }
        return volatility.compareTo(RANGE_BELOW) < 0 ? Regime.RANGE : Regime.NORMAL;
    }

    /** {@code distance} limited to the risk floor; unknown leverage counts as 1. */
    BigDecimal floored(BigDecimal distance) {
        return StopDistance.notAbove(riskFloor(), distance);
    }

    /** Whether the risk floor is below the smallest distance that a stop can protect. */
    boolean isBeyondProtection() {
        return riskFloor()
                .filter(floor -> floor.compareTo(policy.stop().minDistancePct()) < 0)
                .isPresent();
    }

    /** Whether the plan only closes the position. An EXIT needs no price. */
    boolean isExitedAtOnce() {
        return context.isEmergency() || isBeyondProtection();
    }

    private Optional<BigDecimal> riskFloor() {
        BigDecimal leverage = position.leverageOr(policy.stop().assumedLeverage());
        return policy.stop()
                .maxMarginLoss()
                .map(share -> StopDistance.floor(share, leverage, position.side(), instrument.inverse()));
    }
}
