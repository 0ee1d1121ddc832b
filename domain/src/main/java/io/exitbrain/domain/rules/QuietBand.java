package io.exitbrain.domain.rules;

import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.value.Side;
import java.math.BigDecimal;

/**
 * The mark prices that need no decision. Prices within the band change nothing of a symbol but its newest mark: they are better than the
 * stop, no better than the best price, and short of the activation. Prices of the {@link ImprovingRange} also become the best price.
 * Every other price goes through {@link ExitRules}, which remain the only place that decides. The band is computed once from a state and
 * asked for each price, so that most prices cost a few comparisons.
 *
 * <p>Prices are compared as whole numbers of 10^-scale, in a long. A price with more decimals is in neither.
 *
 * @param lowest lowest price, inclusive
 * @param highest highest price, inclusive
 * @param from first time, epoch milliseconds, inclusive
 * @param until end of that time, exclusive
 * @param improving the prices that also become the best price
 */
public record QuietBand(int scale, long lowest, long highest, long from, long until, ImprovingRange improving) {

    static final QuietBand NOTHING =
            new QuietBand(0, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, ImprovingRange.NOTHING);

    /** The band of {@code state} under {@code context}; it holds until either changes. */
    public static QuietBand of(SymbolState state, DecisionContext context) {
        return new QuietRules(state, context).band();
    }

    /**
     * Whether a price changes nothing but the mark.
     *
     * @param unscaled the price is this times 10^-{@code priceScale}
     * @param time epoch milliseconds, no older than the newest mark
     */
    public boolean contains(long unscaled, int priceScale, long time) {
        if (time < from || time >= until) {
            return false;
        }
        long price = Scaled.exactly(unscaled, priceScale, scale);
        return price >= lowest && price <= highest;
    }

    /** Whether a price that the band does not contain changes nothing but the mark, the best price and the stop that follows it. */
    public boolean improves(long unscaled, int priceScale, long time) {
        return time >= improving.from()
                && time < until
                && improving.contains(Scaled.exactly(unscaled, priceScale, scale));
    }

    /** The band after a price that {@link #improves} the best. */
    public QuietBand improvedTo(long unscaled, int priceScale) {
        long best = Scaled.exactly(unscaled, priceScale, scale);
        ImprovingRange next = improving.beyond(best);
        return improving.side() == Side.LONG
                ? new QuietBand(scale, Math.max(lowest, improving.limit()), best, from, until, next)
                : new QuietBand(scale, best, Math.min(highest, improving.limit()), from, until, next);
    }

    /** Whether nothing is due when the symbol's clock stands at {@code clock}, epoch milliseconds. */
    public boolean isQuietAt(long clock) {
        return clock < until;
    }

    QuietBand with(ImprovingRange range) {
        return new QuietBand(scale, lowest, highest, from, until, range);
    }

    QuietBand until(long time) {
        return new QuietBand(scale, lowest, highest, from, Math.min(until, time), improving);
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
        return new QuietBand(scale, Math.max(lowest, price), highest, from, until, improving);
    }

    private QuietBand atMost(long price) {
        return new QuietBand(scale, lowest, Math.min(highest, price), from, until, improving);
    }
}
