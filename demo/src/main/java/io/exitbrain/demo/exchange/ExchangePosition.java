package io.exitbrain.demo.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A position on the exchange.
 *
 * @param quantity signed: positive is long, negative short, zero flat
 * @param entry average entry price; zero if flat
 * @param largest largest absolute quantity since the position was flat
 * @param profit realised profit since the position was flat, in the quote currency
 */
public record ExchangePosition(BigDecimal quantity, BigDecimal entry, BigDecimal largest, BigDecimal profit) {

    static final ExchangePosition FLAT =
            new ExchangePosition(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    private static final int ENTRY_DIGITS = 8;

    static ExchangePosition opened(BigDecimal quantity, BigDecimal entry) {
        return new ExchangePosition(quantity, entry, quantity.abs(), BigDecimal.ZERO);
    }

    public boolean isFlat() {
        return quantity.signum() == 0;
    }

    public int sign() {
        return quantity.signum();
    }

    /** The position after a fill of a signed quantity. The fill must not flip the position: such orders are split before. */
    ExchangePosition after(BigDecimal filled, BigDecimal price) {
        if (isFlat() || filled.signum() == sign()) {
            return increased(filled, price);
        }
        if (filled.abs().compareTo(quantity.abs()) > 0) {
            throw new IllegalArgumentException("a fill of %s must not go through %s".formatted(filled, quantity));
        }
        return reduced(filled, price);
    }

    /** The profit of a fill that closes a signed quantity at {@code price}. */
    BigDecimal profitOf(BigDecimal closed, BigDecimal price) {
        return price.subtract(entry).multiply(closed.negate());
    }

    private ExchangePosition increased(BigDecimal filled, BigDecimal price) {
        BigDecimal total = quantity.add(filled);
        BigDecimal cost = quantity.multiply(entry).add(filled.multiply(price));
        BigDecimal average = cost.divide(total, ENTRY_DIGITS, RoundingMode.HALF_EVEN);
        return new ExchangePosition(total, average, largest.max(total.abs()), profit);
    }

    private ExchangePosition reduced(BigDecimal filled, BigDecimal price) {
        BigDecimal left = quantity.add(filled);
        BigDecimal realised = profit.add(profitOf(filled, price));
        return new ExchangePosition(left, left.signum() == 0 ? BigDecimal.ZERO : entry, largest, realised);
    }
}
