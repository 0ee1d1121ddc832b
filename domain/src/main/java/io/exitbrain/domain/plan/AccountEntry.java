package io.exitbrain.domain.plan;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A fill, a standing row, or a corrected entry price.
 *
 * @param time of a fill its own; of a row the end of its window; epoch milliseconds
 * @param quantity signed; of a fill what it adds, of a row what is open
 * @param price of the fill, or the entry price that the row says
 * @param begin beginning of the row's window; of a fill its time
 */
public record AccountEntry(
        Kind kind, long time, BigDecimal quantity, Optional<BigDecimal> price, boolean reduceOnly, long begin) {

    public static AccountEntry fill(long time, BigDecimal signed, BigDecimal price, boolean reduceOnly) {
        return new AccountEntry(Kind.FILL, time, signed, Optional.of(price), reduceOnly, time);
    }

    /** What an entry of the account is. */
    public enum Kind {
        FILL,
        ROW,
        /** A row that confirmed the quantity and corrected its entry price. */
        CORRECTION
    }
}
