package io.exitbrain.topology.page;

import io.exitbrain.domain.plan.LivingPlan;
import io.exitbrain.domain.plan.Position;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The result of a position at a price, before fees, funding and gaps. One R is what the first stop would have lost: entry times stop
 * distance times initial quantity. Amounts in R are rounded down, so that no result looks better than it is.
 */
final class RiskUnits {

    private static final int DIGITS = 4;

    private final Position position;
    private final LivingPlan plan;

    RiskUnits(Position position, LivingPlan plan) {
        this.position = position;
        this.plan = plan;
    }

    /** The result of one unit of the position at {@code price}, in R of that unit; empty without an entry. */
    Optional<BigDecimal> gainPerUnit(BigDecimal price) {
        return perUnit(price).flatMap(gain -> dividedBy(gain, BigDecimal.ONE));
    }

    /** The result of the open quantity at {@code price}, in R; empty without an entry. */
    Optional<BigDecimal> gain(BigDecimal price) {
        return perUnit(price)
                .flatMap(gain -> dividedBy(
                        gain.multiply(position.quantity()), plan.identity().initialQuantity()));
    }

    /** The result of the open quantity at {@code price}, in quote currency; empty without an entry and for an inverse contract. */
    Optional<BigDecimal> money(BigDecimal price) {
        return perUnit(price)
                .filter(gain -> !plan.instrument().inverse())
                .map(gain -> gain.multiply(position.quantity())
                        .multiply(plan.instrument().contractSize())
                        .stripTrailingZeros());
    }

    private Optional<BigDecimal> perUnit(BigDecimal price) {
        return position.entry().map(entry -> position.side().sign(price.subtract(entry)));
    }

    private Optional<BigDecimal> dividedBy(BigDecimal gain, BigDecimal quantity) {
        BigDecimal unit =
                position.entryOrFail().multiply(plan.terms().distance()).multiply(quantity);
        return unit.signum() > 0 ? Optional.of(gain.divide(unit, DIGITS, RoundingMode.FLOOR)) : Optional.empty();
    }
}
