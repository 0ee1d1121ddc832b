package io.exitbrain.domain.policy;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The numbers of the stop (policy {@code stop}). Ratios are fractions of price, durations milliseconds.
 *
 * @param defaultPct stop distance where no hint gives one
 * @param minPct tightest distance after risk mode and regime
 * @param maxPct widest distance after risk mode and regime
 * @param maxCallbackPct widest callback
 * @param maxMarginLoss risk floor as a share of margin; empty = off
 * @param minDistancePct a floor tighter than this cannot be protected by a stop
 * @param minStepPct smallest sent improvement; 0 = every strict improvement
 * @param maxPriceAgeMs how far prices may lag the symbol's other inputs before it counts as clock skew
 * @param settleMs how long after a fill a snapshot may still have been taken before it
 */
public record StopPolicy(
        BigDecimal defaultPct,
        BigDecimal minPct,
        BigDecimal maxPct,
        BigDecimal maxCallbackPct,
        Optional<BigDecimal> maxMarginLoss,
        BigDecimal minDistancePct,
        BigDecimal minStepPct,
        boolean breakEven,
        Optional<StopPolicy.ProfitLock> profitLock,
        long maxPriceAgeMs,
        long exitRetryMs,
        long confirmWithinMs,
        long settleMs,
        ReportsUse reports) {

    /** The tightest callback a plan may have (rule 2.6). */
    public static final BigDecimal MIN_CALLBACK = new BigDecimal("0.001");

    public static final StopPolicy DEFAULT = new StopPolicy(
            new BigDecimal("0.025"),
            new BigDecimal("0.01"),
            new BigDecimal("0.05"),
            new BigDecimal("0.05"),
            Optional.of(new BigDecimal("0.10")),
            new BigDecimal("0.002"),
            new BigDecimal("0.0005"),
            true,
            Optional.of(new StopPolicy.ProfitLock(new BigDecimal("0.10"), new BigDecimal("0.002"))),
            10_000,
            10_000,
            5_000,
            2_000,
            ReportsUse.AUTO);

    /** {@code callback} brought into what every plan's trail must be within; distances in price or ticks are what they are. */
    public Callback limited(Callback callback) {
        return callback instanceof Callback.Ratio ratio
                ? new Callback.Ratio(ratio.ratio().max(MIN_CALLBACK).min(maxCallbackPct))
                : callback;
    }

    /**
     * Rule 2.8: an orphan whose profit is over {@code aboveMarginProfit} of margin starts with its stop no worse than {@code lockPct} of
     * entry in profit.
     */
    public record ProfitLock(BigDecimal aboveMarginProfit, BigDecimal lockPct) {}
}
