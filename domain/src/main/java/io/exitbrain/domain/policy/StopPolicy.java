package io.exitbrain.domain.policy;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The settings of the stop (policy {@code stop}). Ratios are fractions of price. Durations are milliseconds.
 *
 * @param defaultPct stop distance without a hint
 * @param minPct smallest distance after risk mode and regime
 * @param maxPct largest distance after risk mode and regime
 * @param maxCallbackPct largest callback
 * @param maxMarginLoss risk floor as a share of margin; empty = off
 * @param minDistancePct smallest risk floor that a stop can protect
 * @param minStepPct smallest improvement that is sent; 0 = every strict improvement
 * @param assumedLeverage leverage that counts while nobody has told one; empty = 1
 * @param liquidationBuffer the stop keeps this share of the distance from entry to liquidation before the liquidation; empty = off
 * @param maxPriceAgeMs largest lag of prices behind the symbol's other inputs; a larger lag counts as clock skew
 * @param settleMs a snapshot that is less than this newer than a fill may have been taken before the fill
 * @param presentMs a record that is older than this against the engine's clock is history, whose MOVEs are withheld; empty = no record is
 */
public record StopPolicy(
        BigDecimal defaultPct,
        BigDecimal minPct,
        BigDecimal maxPct,
        BigDecimal maxCallbackPct,
        Optional<BigDecimal> maxMarginLoss,
        BigDecimal minDistancePct,
        Optional<BigDecimal> assumedLeverage,
        Optional<BigDecimal> liquidationBuffer,
        BigDecimal minStepPct,
        boolean breakEven,
        Optional<StopPolicy.ProfitLock> profitLock,
        long maxPriceAgeMs,
        long exitRetryMs,
        long confirmWithinMs,
        long settleMs,
        Optional<Long> presentMs,
        ReportsUse reports) {

    /** The smallest callback of a plan (rule 2.6). */
    public static final BigDecimal MIN_CALLBACK = new BigDecimal("0.001");

    public static final StopPolicy DEFAULT = new StopPolicy(
            new BigDecimal("0.025"),
            new BigDecimal("0.01"),
            new BigDecimal("0.05"),
            new BigDecimal("0.05"),
            Optional.of(new BigDecimal("0.10")),
            new BigDecimal("0.002"),
            Optional.empty(),
            Optional.of(new BigDecimal("0.1")),
            new BigDecimal("0.0005"),
            true,
            Optional.of(new StopPolicy.ProfitLock(new BigDecimal("0.10"), new BigDecimal("0.002"))),
            10_000,
            10_000,
            5_000,
            2_000,
            Optional.of(2_000L),
            ReportsUse.AUTO);

    /** Whether a record of this age against the engine's clock, milliseconds, is history. */
    public boolean isHistory(long ageMs) {
        return presentMs.isPresent() && ageMs > presentMs.get();
    }

    /** {@code callback} limited to [{@link #MIN_CALLBACK}, {@link #maxCallbackPct}]. A distance in price or ticks is not limited. */
    public Callback limited(Callback callback) {
        return callback instanceof Callback.Ratio ratio
                ? new Callback.Ratio(ratio.ratio().max(MIN_CALLBACK).min(maxCallbackPct))
                : callback;
    }

    /**
     * Rule 2.8: if the profit of an orphan exceeds {@code aboveMarginProfit} of margin, its first stop is at least {@code lockPct} of
     * entry in profit.
     */
    public record ProfitLock(BigDecimal aboveMarginProfit, BigDecimal lockPct) {}
}
