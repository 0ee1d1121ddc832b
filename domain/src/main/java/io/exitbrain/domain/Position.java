package io.exitbrain.domain;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What is held under one position side.
 *
 * @param quantity open base quantity, >= 0; 0 = flat
 * @param entry average entry; empty = nobody said it yet
 * @param leverage the highest leverage known for this instance; empty = unknown
 */
public record Position(Side side, BigDecimal quantity, Optional<BigDecimal> entry, Optional<BigDecimal> leverage) {

    public static final Position FLAT = new Position(Side.LONG, BigDecimal.ZERO, Optional.empty(), Optional.empty());

    public Position {
        Require.notNegative("quantity", quantity);
    }

    public boolean isOpen() {
        return quantity.signum() > 0;
    }
}
