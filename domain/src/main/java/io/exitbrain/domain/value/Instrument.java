package io.exitbrain.domain.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The exchange's filters of a symbol ({@code instruments}). Zero tick and step = unknown: prices and quantities are not rounded.
 *
 * @param tickSize price step, > 0 when known
 * @param stepSize quantity step, > 0 when known
 * @param minQuantity smallest order quantity, 0 = none
 * @param minNotional smallest value of an order, 0 = none
 * @param maxQuantity largest order quantity, 0 = none
 * @param contractSize base quantity of one contract, > 0; of an inverse contract its value in the quote currency
 * @param inverse whether the contract is settled in the base currency, so that its loss in coin is not linear in the price
 */
public record Instrument(
        BigDecimal tickSize,
        BigDecimal stepSize,
        BigDecimal minQuantity,
        BigDecimal minNotional,
        BigDecimal maxQuantity,
        BigDecimal contractSize,
        boolean inverse) {

    public static final Instrument UNKNOWN =
            new Instrument(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    private static final BigDecimal SAME_PRICE = new BigDecimal("0.000001");

    /** A quantity this close to a multiple of the step, as a share of the quantity, is that multiple. */
    private static final BigDecimal RESIDUE = new BigDecimal("1e-9");

    /** The largest residue, as a share of the step. */
    private static final BigDecimal LARGEST_RESIDUE = new BigDecimal("0.001");

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
        Require.notNegative("maxQuantity", maxQuantity);
        Require.positive("contractSize", contractSize);
    }

    /** A linear instrument with contracts of size 1 and without a largest quantity. */
    public Instrument(BigDecimal tickSize, BigDecimal stepSize, BigDecimal minQuantity, BigDecimal minNotional) {
        this(tickSize, stepSize, minQuantity, minNotional, BigDecimal.ZERO, BigDecimal.ONE, false);
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

    /** Whether {@code price} is an order price: a multiple of the tick. */
    public boolean isOnTick(BigDecimal price) {
        return roundPrice(price, RoundingMode.DOWN).compareTo(price) == 0;
    }

    /** {@code quantity} rounded down to a multiple of the lot step. The residue of binary fractions below a multiple counts as the multiple. */
    public BigDecimal floorQuantity(BigDecimal quantity) {
        BigDecimal nearest = roundTo(stepSize, quantity, RoundingMode.HALF_UP);
        BigDecimal residue = quantity.multiply(RESIDUE).min(stepSize.multiply(LARGEST_RESIDUE));
        return nearest.subtract(quantity).compareTo(residue) <= 0
                ? nearest
                : roundTo(stepSize, quantity, RoundingMode.FLOOR);
    }

    /** Whether {@code quantity} is open but less than one lot step, so that no order can close it. */
    public boolean isDust(BigDecimal quantity) {
        // The comparison comes first: it makes no object, and every step asks.
        return quantity.compareTo(stepSize) < 0
                && quantity.signum() > 0
                && floorQuantity(quantity).signum() == 0;
    }

    /** Whether both filter alike: 0.10 is 0.1. */
    public boolean isSameAs(Instrument other) {
        return tickSize.compareTo(other.tickSize) == 0
                && stepSize.compareTo(other.stepSize) == 0
                && minQuantity.compareTo(other.minQuantity) == 0
                && minNotional.compareTo(other.minNotional) == 0
                && maxQuantity.compareTo(other.maxQuantity) == 0
                && contractSize.compareTo(other.contractSize) == 0
                && inverse == other.inverse;
    }

    /** Whether {@code a} and {@code b} differ by less than a tick; by less than a millionth where no tick is known. */
    public boolean isSamePrice(BigDecimal a, BigDecimal b) {
        BigDecimal tick = isKnown() ? tickSize : a.multiply(SAME_PRICE);
        BigDecimal difference = a.subtract(b).abs();
        return difference.signum() == 0 || difference.compareTo(tick) < 0;
    }

    /** These filters with the tick of {@code other}; {@code other} if it has none, because tick and step are known together. */
    public Instrument withTickOf(Instrument other) {
        return other.isKnown()
                ? new Instrument(other.tickSize, stepSize, minQuantity, minNotional, maxQuantity, contractSize, inverse)
                : other;
    }

    /** The largest order quantity if {@code quantity} exceeds it. The executor then splits the order. */
    public Optional<BigDecimal> limitOf(BigDecimal quantity) {
        return maxQuantity.signum() > 0 && quantity.compareTo(maxQuantity) > 0
                ? Optional.of(maxQuantity)
                : Optional.empty();
    }

    /** Whether an order of {@code quantity} at {@code price} is too small for the exchange. */
    public boolean isTooSmall(BigDecimal quantity, BigDecimal price) {
        return quantity.signum() == 0
                || quantity.compareTo(minQuantity) < 0
                || notional(quantity, price).compareTo(minNotional) < 0;
    }

    private BigDecimal notional(BigDecimal quantity, BigDecimal price) {
        BigDecimal size = quantity.multiply(contractSize);
        return inverse ? size : size.multiply(price);
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
