package io.exitbrain.domain.plan;

import io.exitbrain.domain.value.Require;
import io.exitbrain.domain.value.Side;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The position of one position side.
 *
 * @param quantity open base quantity, >= 0; 0 = flat
 * @param entry average entry; empty = unknown
 * @param leverage highest leverage known for this instance; empty = unknown
 */
public record Position(Side side, BigDecimal quantity, Optional<BigDecimal> entry, Optional<BigDecimal> leverage) {

    public static final Position FLAT = new Position(Side.LONG, BigDecimal.ZERO, Optional.empty(), Optional.empty());

    public Position {
        Require.notNegative("quantity", quantity);
    }

    public boolean isOpen() {
        return quantity.signum() > 0;
    }

    /** The quantity, negative for a short. */
    public BigDecimal signed() {
        return side.sign(quantity);
    }

    /** The leverage; while it is unknown the assumed one, and 1 if none is assumed. */
    public BigDecimal leverageOr(Optional<BigDecimal> assumed) {
        return leverage.or(() -> assumed).orElse(BigDecimal.ONE);
    }

    public BigDecimal entryOrFail() {
        return entry.orElseThrow(() -> new IllegalStateException("a planned position has an entry"));
    }

    /** This position reduced to {@code quantity}. A reduction never changes the entry. */
    public Position reducedTo(BigDecimal quantity) {
        return new Position(side, quantity, entry, leverage);
    }

    public Position withEntry(BigDecimal entry) {
        return new Position(side, quantity, Optional.of(entry), leverage);
    }

    public Position withLeverage(BigDecimal leverage) {
        return new Position(side, quantity, entry, Optional.of(leverage));
    }

    /** Whether {@code known} is the first known leverage, or higher than the leverage so far. */
    public boolean isRaisedBy(BigDecimal known) {
        return leverage.map(old -> known.compareTo(old) > 0).orElse(true);
    }
}
