package io.exitbrain.domain;

import java.math.BigDecimal;

/** How far the trailing stop stays behind the best price: a ratio of it, a price, or a number of ticks. */
public sealed interface Callback {

    /** The distance in price behind {@code best}. */
    BigDecimal behind(BigDecimal best, Instrument instrument);

    /** {@code ratio} of the best price, in (0,1). */
    record Ratio(BigDecimal ratio) implements Callback {

        public Ratio {
            Require.positive("callback-pct", ratio);
        }

        @Override
        public BigDecimal behind(BigDecimal best, Instrument instrument) {
            return best.multiply(ratio);
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
    }

    /** {@code ticks} of the instrument, > 0; needs a known instrument. */
    record Ticks(BigDecimal ticks) implements Callback {

        public Ticks {
            Require.positive("callback-ticks", ticks);
        }

        @Override
        public BigDecimal behind(BigDecimal best, Instrument instrument) {
            Require.that(instrument.isKnown(), "callback-ticks needs a known tick size, was %s", instrument);
            return ticks.multiply(instrument.tickSize());
        }
    }
}
