package io.exitbrain.domain.plan;

import io.exitbrain.domain.policy.Distance;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.Side;
import java.math.BigDecimal;
import java.util.Optional;

/** Converts distances into prices for one position. {@code distance} is its stop distance d; R is entry times d. */
public record PriceLevels(Side side, BigDecimal entry, BigDecimal distance, Instrument instrument) {

    /** A take-profit price. It is rounded towards the entry, but lies at least one tick in profit. */
    public BigDecimal target(Distance at) {
        BigDecimal nearest =
                instrument.roundPrice(side.towardsProfit(entry, instrument.tickSize()), side.stopRounding());
        BigDecimal near = instrument.roundPrice(exact(at), side.targetRounding());
        // A short's entry can be less than a tick: no price is one tick in profit then.
        return nearest.signum() > 0 ? side.betterOf(near, nearest) : activation(at);
    }

    /** The price that arms the trail. It is rounded towards the entry, but never to the entry or past it. */
    public BigDecimal activation(Distance at) {
        BigDecimal exact = exact(at);
        BigDecimal near = instrument.roundPrice(exact, side.targetRounding());
        boolean isPastEntry = side.isBetter(exact, entry) ? !side.isBetter(near, entry) : side.isBetter(entry, near);
        return isPastEntry ? instrument.roundPrice(exact, side.stopRounding()) : near;
    }

    /** The exact price at {@code at} in profit, not rounded. */
    public BigDecimal exact(Distance at) {
        return side.towardsProfit(entry, away(at));
    }

    /** The exact distance of {@code at} from the entry, in price. Tightening steps are compared by it. */
    public BigDecimal away(Distance at) {
        return at.inPrice(entry, distance);
    }

    /** The stop at {@code ratio} of entry in loss. It is rounded towards the market, but lies at least one tick in loss. */
    public BigDecimal stopAtLoss(BigDecimal ratio) {
        BigDecimal exact = side.towardsLoss(entry, entry.multiply(ratio));
        if (entry.compareTo(instrument.tickSize()) <= 0) {
            return stop(exact, entry);
        }
        BigDecimal tightest =
                instrument.roundPrice(side.towardsLoss(entry, instrument.tickSize()), side.targetRounding());
        BigDecimal tight = instrument.roundPrice(exact, side.stopRounding());
        return side.isBetter(tight, tightest) ? tightest : tight;
    }

    /** The stop that keeps {@code share} of the distance from entry to {@code liquidation}; empty if that is not a price in loss. */
    public Optional<BigDecimal> stopBefore(BigDecimal liquidation, BigDecimal share) {
        BigDecimal distance = side.sign(entry.subtract(liquidation));
        return distance.signum() > 0
                ? Optional.of(stop(side.towardsProfit(liquidation, distance.multiply(share)), entry))
                : Optional.empty();
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
