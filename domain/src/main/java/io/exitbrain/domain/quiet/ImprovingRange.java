package io.exitbrain.domain.quiet;

import io.exitbrain.domain.value.Side;

/**
 * The prices that are better than the best price of {@code side} and move the stop by less than the smallest move that is sent. Whole
 * numbers in units of 10^-scale of the {@link QuietBand}.
 *
 * @param lowest lowest price, inclusive
 * @param highest highest price, inclusive
 * @param limit the stop stays short of this price after any price of the range
 * @param from first time, epoch milliseconds, inclusive
 */
public record ImprovingRange(Side side, long lowest, long highest, long limit, long from) {

    static final ImprovingRange NOTHING =
            new ImprovingRange(Side.LONG, Long.MAX_VALUE, Long.MIN_VALUE, 0, Long.MAX_VALUE);

    boolean contains(long price) {
        return price >= lowest && price <= highest;
    }

    /** The range after {@code best} became the best price. */
    ImprovingRange beyond(long best) {
        return side == Side.LONG
                ? new ImprovingRange(side, best + 1, highest, limit, from)
                : new ImprovingRange(side, lowest, best - 1, limit, from);
    }
}
