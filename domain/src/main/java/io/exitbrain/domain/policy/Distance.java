package io.exitbrain.domain.policy;

import io.exitbrain.domain.value.Arithmetic;
import io.exitbrain.domain.value.Require;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** The distance of a price level from the entry: a multiple of R, a ratio of the entry, or a price. All >= 0. */
public sealed interface Distance {

    /** The exact distance in price from {@code entry}. R is {@code entry} times {@code stopDistance}. */
    BigDecimal inPrice(BigDecimal entry, BigDecimal stopDistance);

    /** The distance as a ratio of {@code entry}, to 18 decimals, rounded down. */
    default BigDecimal ofEntry(BigDecimal entry, BigDecimal stopDistance) {
        return inPrice(entry, stopDistance).divide(entry, Arithmetic.SCALE, RoundingMode.DOWN);
    }

    /** The distance as a multiple of R, to 18 decimals, rounded down. */
    default BigDecimal inR(BigDecimal entry, BigDecimal stopDistance) {
        return inPrice(entry, stopDistance).divide(entry.multiply(stopDistance), Arithmetic.SCALE, RoundingMode.DOWN);
    }

    /** This distance times {@code numerator / denominator} if it is a multiple of R; otherwise this distance. */
    default Distance scaledBy(BigDecimal numerator, BigDecimal denominator) {
        return this;
    }

    /** The multiple of R, if this is a multiple of R. */
    default Optional<BigDecimal> asMultiple() {
        return Optional.empty();
    }

    /** The ratio of entry, if this is a ratio. */
    default Optional<BigDecimal> asRatio() {
        return Optional.empty();
    }

    /** {@code multiple} times R. R is entry times stop distance. */
    record InR(BigDecimal multiple) implements Distance {

        public InR {
            Require.notNegative("at-r", multiple);
        }

        @Override
        public BigDecimal inPrice(BigDecimal entry, BigDecimal stopDistance) {
            return entry.multiply(multiple.multiply(stopDistance));
        }

        @Override
        public BigDecimal ofEntry(BigDecimal entry, BigDecimal stopDistance) {
            return multiple.multiply(stopDistance);
        }

        @Override
        public BigDecimal inR(BigDecimal entry, BigDecimal stopDistance) {
            return multiple;
        }

        @Override
        public Distance scaledBy(BigDecimal numerator, BigDecimal denominator) {
            return new InScaledR(multiple.multiply(numerator), denominator);
        }

        @Override
        public Optional<BigDecimal> asMultiple() {
            return Optional.of(multiple);
        }
    }

    /**
     * {@code dividend / divisor} times R. The division comes last, so that a factor of one third does not lose a tick.
     *
     * @param divisor > 0
     */
    record InScaledR(BigDecimal dividend, BigDecimal divisor) implements Distance {

        public InScaledR {
            Require.notNegative("at-r", dividend);
            Require.positive("divisor", divisor);
        }

        @Override
        public BigDecimal inPrice(BigDecimal entry, BigDecimal stopDistance) {
            return entry.multiply(dividend)
                    .multiply(stopDistance)
                    .divide(divisor, Arithmetic.SCALE, RoundingMode.DOWN)
                    .stripTrailingZeros();
        }

        @Override
        public BigDecimal inR(BigDecimal entry, BigDecimal stopDistance) {
            return dividend.divide(divisor, Arithmetic.SCALE, RoundingMode.DOWN);
        }
    }

    /** {@code ratio} of the entry price. */
    record OfEntry(BigDecimal ratio) implements Distance {

        public OfEntry {
            Require.notNegative("at-pct", ratio);
        }

        @Override
        public BigDecimal inPrice(BigDecimal entry, BigDecimal stopDistance) {
            return entry.multiply(ratio);
        }

        @Override
        public BigDecimal ofEntry(BigDecimal entry, BigDecimal stopDistance) {
            return ratio;
        }

        @Override
        public BigDecimal inR(BigDecimal entry, BigDecimal stopDistance) {
            return ratio.divide(stopDistance, Arithmetic.SCALE, RoundingMode.DOWN);
        }

        @Override
        public Optional<BigDecimal> asRatio() {
            return Optional.of(ratio);
        }
    }

    /** {@code distance} in the quote currency. */
    record InPrice(BigDecimal distance) implements Distance {

        public InPrice {
            Require.notNegative("at-price", distance);
        }

        @Override
        public BigDecimal inPrice(BigDecimal entry, BigDecimal stopDistance) {
            return distance;
        }
    }
}
