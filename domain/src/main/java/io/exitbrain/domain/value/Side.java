package io.exitbrain.domain.value;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The direction of a position: a sign, so that every rule has one formula for long and short. */
public enum Side {
    LONG(1),
    SHORT(-1);

    private final int sign;

    Side(int sign) {
        this.sign = sign;
    }

    /** {@code distance} for a long, minus {@code distance} for a short. */
    public BigDecimal sign(BigDecimal distance) {
        return sign > 0 ? distance : distance.negate();
    }

    /** {@code price} moved by {@code distance} in the direction of profit. */
    public BigDecimal towardsProfit(BigDecimal price, BigDecimal distance) {
        return price.add(sign(distance));
    }

    /** {@code price} moved by {@code distance} in the direction of loss. */
    public BigDecimal towardsLoss(BigDecimal price, BigDecimal distance) {
        return price.subtract(sign(distance));
    }

    /** Whether stop (or price) {@code a} is strictly better than {@code b}: higher for a long, lower for a short. */
    public boolean isBetter(BigDecimal a, BigDecimal b) {
        return a.compareTo(b) * sign > 0;
    }

    public BigDecimal betterOf(BigDecimal a, BigDecimal b) {
        return isBetter(b, a) ? b : a;
    }

    /** Whether {@code price} is at {@code target} or beyond it in profit. */
    public boolean hasReached(BigDecimal price, BigDecimal target) {
        return !isBetter(target, price);
    }

    /** Whether {@code price} is at {@code stop} or beyond it in loss. */
    public boolean hasBreached(BigDecimal price, BigDecimal stop) {
        return !isBetter(price, stop);
    }

    /** The rounding of a stop to the tick: towards the market, so that rounding never loosens the stop. */
    public RoundingMode stopRounding() {
        return sign > 0 ? RoundingMode.CEILING : RoundingMode.FLOOR;
    }

    /** The rounding of a target (take profit, activation) to the tick: towards the entry, so that the price never reaches it later. */
    public RoundingMode targetRounding() {
        return sign > 0 ? RoundingMode.FLOOR : RoundingMode.CEILING;
    }

    public OrderSide closingOrder() {
        return sign > 0 ? OrderSide.SELL : OrderSide.BUY;
    }
}
