package io.exitbrain.topology.fast.state;

import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.value.Mark;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The quiet prices of a symbol that its state does not have yet: the newest mark and the best price, each an unscaled long times
 * 10^-scale. Every symbol has one; it is the symbol's key too, so that this costs no object of its own.
 */
class AbsorbedPrices extends SymbolKey {

    private static final byte NONE = -1;

    /** A price of more digits may not fit a long. */
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

    /** {@code state} with the best price that was absorbed. */
    final SymbolState withBest(SymbolState state) {
        return bestScale == NONE ? state : state.improvedTo(BigDecimal.valueOf(bestUnscaled, bestScale));
    }

    /** The newest mark, whose time is {@code time}: the one that was absorbed, else that of {@code state}. */
    final Optional<Mark> mark(SymbolState state, long time) {
        return hasMark() ? Optional.of(new Mark(BigDecimal.valueOf(markUnscaled, markScale), time)) : state.mark();
    }

    /** Takes the mark of {@code state} over, so that the state can be dropped; false where its digits do not fit. */
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

    /** The state has them now. */
    final void clearPrices() {
        markScale = NONE;
        bestScale = NONE;
    }
}
