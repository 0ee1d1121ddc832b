package io.exitbrain.domain.plan;

import io.exitbrain.domain.policy.Distance;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.Side;
import java.math.BigDecimal;

/** Converts distances into prices for one position. {@code distance} is its stop distance d; R is entry times d. */
public record PriceLevels(Side side, BigDecimal entry, BigDecimal distance, Instrument instrument) {

    /** A target in profit (take profit, activation). It is rounded towards the entry, but never past the entry into a loss. */
    public BigDecimal target(Distance at) {
        BigDecimal exact = exact(at);
        BigDecimal near = instrument.roundPrice(exact, side.targetRounding());
        return side.isBetter(entry, near) ? instrument.roundPrice(exact, side.stopRounding()) : near;
    }

    /** The exact price at {@code at} in profit, not rounded. */
    public BigDecimal exact(Distance at) {
        return side.towardsProfit(entry, away(at));
    }

    /** The exact distance of {@code at} from the entry, in price. Tightening steps are compared by it. */
    public BigDecimal away(Distance at) {
        return at.inPrice(entry, distance);
    }

    /** The stop at {@code ratio} of entry in loss. It is rounded towards the market, but never to the entry. */
    public BigDecimal stopAtLoss(BigDecimal ratio) {
        return stop(side.towardsLoss(entry, entry.multiply(ratio)), entry);
    }

    /** The stop at {@code ratio} of entry in profit, rounded towards the market. */
    public BigDecimal stopAtProfit(BigDecimal ratio) {
        return instrument.roundPrice(side.towardsProfit(entry, entry.multiply(ratio)), side.stopRounding());
    }

    /** {@code exact} as a stop: rounded towards the market. If that reaches {@code market}, it is rounded the other way. */
    BigDecimal stop(BigDecimal exact, BigDecimal market) {
        BigDecimal tight = instrument.roundPrice(exact, side.stopRounding());
        return side.hasBreached(market, tight) ? instrument.roundPrice(exact, side.targetRounding()) : tight;
    }
}
