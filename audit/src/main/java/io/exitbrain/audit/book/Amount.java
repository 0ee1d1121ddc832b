package io.exitbrain.audit.book;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** A signed quantity and its entry price. */
record Amount(BigDecimal signed, Optional<BigDecimal> entry) {

    private static final int SCALE = 18;

    /** The average entry after {@code more} of the same direction at {@code price}, with 18 decimals, HALF_EVEN. */
    BigDecimal averageWith(BigDecimal more, BigDecimal price) {
        return entry.map(known -> known.multiply(signed)
                        .add(price.multiply(more))
                        .divide(signed.add(more), SCALE, RoundingMode.HALF_EVEN))
                .orElse(price);
    }
}
