package io.exitbrain.domain.plan;

import io.exitbrain.domain.value.Arithmetic;
import io.exitbrain.domain.value.PositionSide;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A signed quantity and its average entry.
 *
 * @param quantity negative for a short
 * @param entry empty where nobody said it
 */
public record Holding(BigDecimal quantity, Optional<BigDecimal> entry) {

    public static final Holding FLAT = new Holding(BigDecimal.ZERO, Optional.empty());

    /** This holding after {@code entry}. In hedge mode and by a reduce-only fill a holding never passes flat. */
    Holding after(AccountEntry entry, PositionSide side) {
        return switch (entry.kind()) {
            case FILL -> filled(entry, side);
            case ROW -> stated(entry);
            case CORRECTION -> quantity.signum() == 0 ? this : new Holding(quantity, entry.price());
        };
    }

    private Holding stated(AccountEntry row) {
        if (row.quantity().signum() == 0) {
            return FLAT;
        }
        Optional<BigDecimal> known = row.quantity().signum() == quantity.signum() ? entry : Optional.empty();
        return new Holding(row.quantity(), row.price().or(() -> known));
    }

    private Holding filled(AccountEntry fill, PositionSide side) {
        BigDecimal sum = quantity.add(fill.quantity());
        if (isPastFlat(sum, fill, side) || sum.signum() == 0) {
            return FLAT;
        }
        if (quantity.signum() == 0 || sum.signum() != quantity.signum()) {
            return new Holding(sum, fill.price());
        }
        boolean isClosing = fill.quantity().signum() != quantity.signum();
        return new Holding(sum, isClosing ? entry : Optional.of(average(fill, sum)));
    }

    boolean isPastFlat(BigDecimal sum, AccountEntry fill, PositionSide side) {
        return switch (side) {
            case LONG -> sum.signum() < 0;
            case SHORT -> sum.signum() > 0;
            case BOTH -> fill.reduceOnly() && sum.signum() != quantity.signum();
        };
    }

    private BigDecimal average(AccountEntry fill, BigDecimal sum) {
        BigDecimal price = fill.price().orElseThrow();
        return entry.map(known -> known.multiply(quantity)
                        .add(price.multiply(fill.quantity()))
                        .divide(sum, Arithmetic.SCALE, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros())
                .orElse(price);
    }
}
