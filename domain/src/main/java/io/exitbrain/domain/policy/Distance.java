package io.exitbrain.domain.policy;

import io.exitbrain.domain.value.Arithmetic;
import io.exitbrain.domain.value.Require;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** How far a level is from the entry: a multiple of R, a ratio of the entry, or a price. All >= 0. */
public sealed interface Distance {

    /** The distance in price from {@code entry}, where R is {@code stopDistance} of it; exact. */
    BigDecimal inPrice(BigDecimal entry, BigDecimal stopDistance);

    /** The distance as a ratio of {@code entry}, carried to 18 decimals. */
    default BigDecimal ofEntry(BigDecimal entry, BigDecimal stopDistance) {
        return inPrice(entry, stopDistance).divide(entry, Arithmetic.SCALE, RoundingMode.DOWN);
    }

    /** The distance as a multiple of R, carried to 18 decimals. */
    default BigDecimal inR(BigDecimal entry, BigDecimal stopDistance) {
        return inPrice(entry, stopDistance).divide(entry.multiply(stopDistance), Arithmetic.SCALE, RoundingMode.DOWN);
    }

    /** This distance times {@code numerator / denominator} where it is a multiple of R; the others say what they say. */
    default Distance scaledBy(BigDecimal numerator, BigDecimal denominator) {
        return this;
    }

    /** The multiple of R, where this is one. */
    default Optional<BigDecimal> asMultiple() {
        return Optional.empty();
    }

    /** The ratio of entry, where this is one. */
    default Optional<BigDecimal> asRatio() {
        return Optional.empty();
    }

    /** {@code multiple} times R, R being entry times stop distance. */
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
            // multiplied before it is divided, so that a scale of one third does not lose a tick
            return new InR(multiple.multiply(numerator).divide(denominator, Arithmetic.SCALE, RoundingMode.DOWN));
        }

        @Override
        public Optional<BigDecimal> asMultiple() {
            return Optional.of(multiple);
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
