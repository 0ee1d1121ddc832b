package io.exitbrain.domain.plan;

import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.policy.StopPolicy;
import io.exitbrain.domain.value.Arithmetic;
import io.exitbrain.domain.value.Regime;
import io.exitbrain.domain.value.RiskMode;
import io.exitbrain.domain.value.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** The distance of the stop loss from the entry: rules 2.3 and 2.4. */
public final class StopDistance {

    private StopDistance() {}

    /** The distance before the risk floor: hint or default, times risk mode and regime, clamped, at most maxLossPct. */
    public static BigDecimal of(ExitContext context, RiskMode mode, Regime regime, Policy policy) {
        StopPolicy stop = policy.stop();
        BigDecimal distance = context.slPct()
                .orElse(stop.defaultPct())
                .multiply(policy.riskModes().getOrDefault(mode, BigDecimal.ONE))
                .multiply(policy.regimes().getOrDefault(regime, BigDecimal.ONE))
                .max(stop.minPct())
                .min(stop.maxPct());
        return notAbove(context.maxLossPct(), distance);
    }

    /**
     * The largest distance that loses at most {@code marginShare} of margin; rounded down, which is tighter. Trailing zeros are removed,
     * because a shorter number makes every later computation cheaper. The loss of an inverse contract in coin grows faster than the
     * distance for a long, and slower for a short.
     */
    public static BigDecimal floor(BigDecimal marginShare, BigDecimal leverage, Side side, boolean isInverse) {
        BigDecimal divisor = isInverse ? side.towardsProfit(leverage, marginShare) : leverage;
        return marginShare.divide(divisor, Arithmetic.SCALE, RoundingMode.DOWN).stripTrailingZeros();
    }

    public static BigDecimal notAbove(Optional<BigDecimal> limit, BigDecimal distance) {
        return limit.map(distance::min).orElse(distance);
    }
}
