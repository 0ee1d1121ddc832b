package io.exitbrain.topology.fast.state;

import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.value.Mark;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The quiet prices of a symbol that its state does not contain yet: the newest mark and the best price, each an unscaled long times
 * 10^-scale. It extends the symbol's key, so that a symbol needs only one object.
 */
class AbsorbedPrices extends SymbolKey {

    private static final byte NONE = -1;

    /** A price with more digits may not fit a long. */
    private static final int MAX_DIGITS = 18;

    private long markUnscaled;
    private byte markScale = NONE;
    private long bestUnscaled;
    private byte bestScale = NONE;

    final void absorbMark(long unscaled, int scale) {
        markUnscaled = unscaled;
        markScale = (byte) scale;
    }

    final void absorbBest(long unscaled, int scale) {
        bestUnscaled = unscaled;
        bestScale = (byte) scale;
    }

    final boolean hasMark() {
        return markScale != NONE;
    }

    /** {@code state} with the absorbed best price. */
    final SymbolState withBest(SymbolState state) {
        return bestScale == NONE ? state : state.improvedTo(BigDecimal.valueOf(bestUnscaled, bestScale));
    }

    /** The newest mark with the time {@code time}: the absorbed mark, else the mark of {@code state}. */
    final Optional<Mark> mark(SymbolState state, long time) {
        return hasMark() ? Optional.of(new Mark(BigDecimal.valueOf(markUnscaled, markScale), time)) : state.mark();
    }

    /** Copies the mark of {@code state}, so that the state can be dropped; false if its digits do not fit. */
    final boolean takeMarkOf(SymbolState state) {
        if (hasMark() || state.mark().isEmpty()) {
            return true;
        }
        BigDecimal price = state.mark().get().price();
        if (price.precision() > MAX_DIGITS || price.scale() < 0 || price.scale() > Byte.MAX_VALUE) {
            return false;
        }
        absorbMark(price.unscaledValue().longValueExact(), price.scale());
        return true;
    }

    /** Clears the prices, because the state contains them now. */
    final void clearPrices() {
        markScale = NONE;
        bestScale = NONE;
    }
}
