package io.exitbrain.demo.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What the exchange holds of one symbol.
 *
 * @param quantity signed: positive is long, negative short, zero flat
 * @param entry the average entry price; zero when flat
 * @param largest the largest absolute quantity since it was flat
 * @param profit what was realised since it was flat, in the quote currency
 */
public record Position(BigDecimal quantity, BigDecimal entry, BigDecimal largest, BigDecimal profit) {

    static final Position FLAT = new Position(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    private static final int ENTRY_DIGITS = 8;

    static Position opened(BigDecimal quantity, BigDecimal entry) {
        return new Position(quantity, entry, quantity.abs(), BigDecimal.ZERO);
    }

    public boolean isFlat() {
        return quantity.signum() == 0;
    }

    public int sign() {
        return quantity.signum();
    }

    /** After a fill of a signed quantity; a fill never goes through zero here: orders that would are split before. */
    Position after(BigDecimal filled, BigDecimal price) {
        if (isFlat() || filled.signum() == sign()) {
            return increased(filled, price);
        }
        if (filled.abs().compareTo(quantity.abs()) > 0) {
            throw new IllegalArgumentException("a fill of %s must not go through %s".formatted(filled, quantity));
        }
        return reduced(filled, price);
    }

    /** What closing a signed quantity at the price would realise. */
    BigDecimal profitOf(BigDecimal closed, BigDecimal price) {
        return price.subtract(entry).multiply(closed.negate());
    }

    private Position increased(BigDecimal filled, BigDecimal price) {
        BigDecimal total = quantity.add(filled);
        BigDecimal cost = quantity.multiply(entry).add(filled.multiply(price));
        BigDecimal average = cost.divide(total, ENTRY_DIGITS, RoundingMode.HALF_EVEN);
        return new Position(total, average, largest.max(total.abs()), profit);
    }

    private Position reduced(BigDecimal filled, BigDecimal price) {
        BigDecimal left = quantity.add(filled);
        BigDecimal realised = profit.add(profitOf(filled, price));
        return new Position(left, left.signum() == 0 ? BigDecimal.ZERO : entry, largest, realised);
    }
}
