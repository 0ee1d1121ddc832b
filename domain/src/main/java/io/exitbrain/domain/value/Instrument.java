package io.exitbrain.domain.value;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The exchange's filters of a symbol ({@code instruments}). Zero tick and step = unknown: prices and quantities are not rounded.
 *
 * @param tickSize price step, > 0 when known
 * @param stepSize quantity step, > 0 when known
 * @param minQuantity smallest order quantity, 0 = none
 * @param minNotional smallest quantity * price of an order, 0 = none
 */
public record Instrument(BigDecimal tickSize, BigDecimal stepSize, BigDecimal minQuantity, BigDecimal minNotional) {

    public static final Instrument UNKNOWN =
            new Instrument(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    public Instrument {
        Require.notNegative("tickSize", tickSize);
        Require.notNegative("stepSize", stepSize);
        Require.that(
                tickSize.signum() == stepSize.signum(),
                "tickSize and stepSize must be known together, were %s and %s",
                tickSize,
                stepSize);
        Require.notNegative("minQuantity", minQuantity);
        Require.notNegative("minNotional", minNotional);
    }

    public boolean isKnown() {
        return tickSize.signum() > 0;
    }

    /**
     * {@code price} rounded to a multiple of the tick by {@code mode}. A price that would round to 0 is not rounded, because a level at 0
     * protects nothing.
     */
    public BigDecimal roundPrice(BigDecimal price, RoundingMode mode) {
        BigDecimal rounded = roundTo(tickSize, price, mode);
        return rounded.signum() > 0 ? rounded : price;
    }

    /** {@code quantity} rounded down to a multiple of the lot step. */
    public BigDecimal floorQuantity(BigDecimal quantity) {
        return roundTo(stepSize, quantity, RoundingMode.FLOOR);
    }

    /** Whether an order of {@code quantity} at {@code price} is too small for the exchange. */
    public boolean isTooSmall(BigDecimal quantity, BigDecimal price) {
        return quantity.signum() == 0
                || quantity.compareTo(minQuantity) < 0
                || quantity.multiply(price).compareTo(minNotional) < 0;
    }

    /** {@code price} with the decimals of the tick. A price that is not a multiple of the tick keeps all its digits. */
    public BigDecimal shownPrice(BigDecimal price) {
        return shown(tickSize, price);
    }

    /** {@code quantity} with the decimals of the lot step. A quantity that is not a multiple of the step keeps all its digits. */
    public BigDecimal shownQuantity(BigDecimal quantity) {
        return shown(stepSize, quantity);
    }

    private static BigDecimal roundTo(BigDecimal unit, BigDecimal value, RoundingMode mode) {
        return unit.signum() == 0 ? value : value.divide(unit, 0, mode).multiply(unit);
    }

    private static BigDecimal shown(BigDecimal unit, BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        int scale =
                Math.max(0, unit.signum() == 0 ? 0 : unit.stripTrailingZeros().scale());
        return plain.scale() > scale ? plain : plain.setScale(scale);
    }
}
