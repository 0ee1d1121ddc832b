package io.exitbrain.demo.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A contract that trades on the paper exchange.
 *
 * @param startPrice where its price path begins
 * @param regime how its market behaves, as the planner is told
 */
public record Instrument(
        String symbol,
        BigDecimal startPrice,
        BigDecimal tick,
        BigDecimal step,
        BigDecimal minNotional,
        int leverage,
        String regime) {

    /** The nearest price on the tick; ties to even, nobody gains. */
    public BigDecimal toTick(BigDecimal price) {
        return multipleOf(tick, price, RoundingMode.HALF_EVEN);
    }

    /** The largest tradable quantity that is not above the given one. */
    public BigDecimal toLots(BigDecimal quantity) {
        return multipleOf(step, quantity, RoundingMode.DOWN);
    }

    /** The quantity that is worth so much of the quote currency, floored to the lot step. */
    public BigDecimal lotsWorth(BigDecimal notional, BigDecimal price) {
        return toLots(notional.divide(price, step.scale() + 2, RoundingMode.DOWN));
    }

    private static BigDecimal multipleOf(BigDecimal unit, BigDecimal amount, RoundingMode mode) {
        return amount.divide(unit, 0, mode).multiply(unit);
    }
}
