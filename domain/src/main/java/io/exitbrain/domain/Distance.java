package io.exitbrain.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** How far a level is from the entry: a multiple of R, or a ratio of the entry. Both >= 0. */
public sealed interface Distance {

    /** The distance as a ratio of the entry, where R is {@code stopDistance} of it. */
    BigDecimal ofEntry(BigDecimal stopDistance);

    /** The distance as a multiple of R, carried to 18 decimals. */
    BigDecimal inR(BigDecimal stopDistance);

    /** This distance times {@code numerator / denominator} where it is a multiple of R; a ratio says what it says. */
    Distance scaledBy(BigDecimal numerator, BigDecimal denominator);

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
        public BigDecimal ofEntry(BigDecimal stopDistance) {
            return multiple.multiply(stopDistance);
        }

        @Override
        public BigDecimal inR(BigDecimal stopDistance) {
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
        public BigDecimal ofEntry(BigDecimal stopDistance) {
            return ratio;
        }

        @Override
        public BigDecimal inR(BigDecimal stopDistance) {
            return ratio.divide(stopDistance, Arithmetic.SCALE, RoundingMode.DOWN);
        }

        @Override
        public Distance scaledBy(BigDecimal numerator, BigDecimal denominator) {
            return this;
        }

        @Override
        public Optional<BigDecimal> asRatio() {
            return Optional.of(ratio);
        }
    }
}
