package io.exitbrain.domain.policy;

import io.exitbrain.domain.value.Arithmetic;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.Require;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** The distance of the trailing stop behind the best price: a ratio of the best price, a price, or a number of ticks. */
public sealed interface Callback {

    /** The distance in price behind {@code best}. */
    BigDecimal behind(BigDecimal best, Instrument instrument);

    /** Largest gain of the best price for which the stop moves by at most {@code room}; carried to 18 decimals. */
    default BigDecimal largestGainFor(BigDecimal room) {
        return room;
    }

    /** The ratio, if this is a ratio. */
    default Optional<BigDecimal> asRatio() {
        return Optional.empty();
    }

    /** The distance in price, if this is a price. */
    default Optional<BigDecimal> asPrice() {
        return Optional.empty();
    }

    /** The number of ticks, if this is a number of ticks. */
    default Optional<BigDecimal> asTicks() {
        return Optional.empty();
    }

    /** {@code ratio} of the best price, in (0,1). */
    record Ratio(BigDecimal ratio) implements Callback {

        public Ratio {
            Require.positive("callback-pct", ratio);
        }

        @Override
        public BigDecimal behind(BigDecimal best, Instrument instrument) {
            return best.multiply(ratio);
        }

        // For a short the best price falls and the distance shrinks with it: the stop gains more than the best price.
        @Override
        public BigDecimal largestGainFor(BigDecimal room) {
            return room.divide(BigDecimal.ONE.add(ratio), Arithmetic.SCALE, RoundingMode.DOWN);
        }

        @Override
        public Optional<BigDecimal> asRatio() {
            return Optional.of(ratio);
        }
    }

    /** {@code distance} in the quote currency, > 0. */
    record Price(BigDecimal distance) implements Callback {

        public Price {
            Require.positive("callback-price", distance);
        }

        @Override
        public BigDecimal behind(BigDecimal best, Instrument instrument) {
            return distance;
        }

        @Override
        public Optional<BigDecimal> asPrice() {
            return Optional.of(distance);
        }
    }

    /** {@code ticks} of the instrument, > 0. The instrument must be known. */
    record Ticks(BigDecimal ticks) implements Callback {

        public Ticks {
            Require.positive("callback-ticks", ticks);
        }

        @Override
        public BigDecimal behind(BigDecimal best, Instrument instrument) {
            Require.that(instrument.isKnown(), "callback-ticks needs a known tick size, was %s", instrument);
            return ticks.multiply(instrument.tickSize());
        }

        @Override
        public Optional<BigDecimal> asTicks() {
            return Optional.of(ticks);
        }
    }
}
