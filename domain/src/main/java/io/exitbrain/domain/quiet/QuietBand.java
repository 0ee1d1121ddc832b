package io.exitbrain.domain.quiet;

import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.rules.DecisionContext;
import io.exitbrain.domain.value.Side;
import java.math.BigDecimal;

/**
 * The mark prices that need no decision. A price within the band changes only the newest mark of its symbol: it is better than the stop,
 * no better than the best price, and short of the activation. A price in the {@link ImprovingRange} also becomes the best price. Every
 * other price goes through {@link ExitRules}, the only place that decides. The band is computed once per state, so that most prices
 * cost only a few comparisons.
 *
 * <p>While a MOVE is withheld, the next input of the present sends it. The band then holds for prices of history only.
 *
 * <p>Prices are compared as whole numbers of 10^-scale in a long. A price with more decimals is in neither range.
 *
 * @param lowest lowest price, inclusive
 * @param highest highest price, inclusive
 * @param from first time, epoch milliseconds, inclusive
 * @param until end of that time, exclusive
 * @param improving the prices that also become the best price
 * @param isOfHistory whether it holds for prices of history only
 */
public record QuietBand(
        int scale, long lowest, long highest, long from, long until, ImprovingRange improving, boolean isOfHistory) {

    static final QuietBand NOTHING = new QuietBand(
            0, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, ImprovingRange.NOTHING, false);

    /** The band of {@code state} under {@code context}. It is valid until one of them changes. */
    public static QuietBand of(SymbolState state, DecisionContext context) {
        return new QuietRules(state, context).band();
    }

    /**
     * Whether a price changes only the mark.
     *
     * @param unscaled the price times 10^{@code priceScale}
     * @param time epoch milliseconds, no older than the newest mark
     */
    public boolean contains(long unscaled, int priceScale, long time) {
        if (time < from || time >= until) {
            return false;
        }
        long price = Scaled.exactly(unscaled, priceScale, scale);
        return price >= lowest && price <= highest;
    }

    /** Whether a price outside the band changes only the mark, the best price and the stop behind it. */
    public boolean improves(long unscaled, int priceScale, long time) {
        return time >= improving.from()
                && time < until
                && improving.contains(Scaled.exactly(unscaled, priceScale, scale));
    }

    /** The band after a price that {@link #improves} the best price. */
    public QuietBand improvedTo(long unscaled, int priceScale) {
        long best = Scaled.exactly(unscaled, priceScale, scale);
        ImprovingRange next = improving.beyond(best);
        return improving.side() == Side.LONG
                ? new QuietBand(scale, Math.max(lowest, improving.limit()), best, from, until, next, isOfHistory)
                : new QuietBand(scale, best, Math.min(highest, improving.limit()), from, until, next, isOfHistory);
    }

    /** Whether no rule is due at {@code clock}, the symbol's clock in epoch milliseconds. */
    public boolean isQuietAt(long clock) {
        return clock < until && !isOfHistory;
    }

    QuietBand with(ImprovingRange range) {
        return new QuietBand(scale, lowest, highest, from, until, range, isOfHistory);
    }

    QuietBand ofHistory() {
        return new QuietBand(scale, lowest, highest, from, until, improving, true);
    }

    QuietBand until(long time) {
        return new QuietBand(scale, lowest, highest, from, Math.min(until, time), improving, isOfHistory);
    }

    QuietBand above(BigDecimal price) {
        return atLeast(Scaled.down(price, scale) + 1);
    }

    QuietBand below(BigDecimal price) {
        return atMost(Scaled.up(price, scale) - 1);
    }

    QuietBand atLeast(BigDecimal price) {
        return atLeast(Scaled.up(price, scale));
    }

    QuietBand atMost(BigDecimal price) {
        return atMost(Scaled.down(price, scale));
    }

    private QuietBand atLeast(long price) {
        return new QuietBand(scale, Math.max(lowest, price), highest, from, until, improving, isOfHistory);
    }

    private QuietBand atMost(long price) {
        return new QuietBand(scale, lowest, Math.min(highest, price), from, until, improving, isOfHistory);
    }
}
