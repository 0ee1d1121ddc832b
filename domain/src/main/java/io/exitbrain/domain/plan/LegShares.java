package io.exitbrain.domain.plan;

import io.exitbrain.domain.value.Arithmetic;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Divides a quantity among take-profit legs by their fractions (rule 2.5). Each share is floored to the lot step. If the legs cover the
 * whole quantity, the last leg takes the rest. A leg that is too small for the exchange is merged into the next leg; a last leg is merged
 * into the leg before it. Legs that meet at one price are one leg.
 *
 * @param quantity the quantity to divide
 * @param whole the fraction that {@code quantity} represents: 1 at the start, less after legs were filled
 */
record LegShares(BigDecimal quantity, BigDecimal whole, PriceLevels levels) {

    /** {@code legs}, all of them open, with new prices and quantities. */
    List<Leg> among(List<Leg> legs) {
        return merged(shared(legs));
    }

    private List<Leg> shared(List<Leg> legs) {
        BigDecimal covered = legs.stream().map(Leg::fraction).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Leg> shared = new ArrayList<>();
        BigDecimal rest = quantity;
        for (int i = 0; i < legs.size(); i++) {
            boolean takesTheRest = i == legs.size() - 1 && covered.compareTo(whole) == 0;
            BigDecimal share = floor(takesTheRest ? rest : shareOf(legs.get(i)));
            shared.add(legs.get(i).with(levels.target(legs.get(i).target()), share));
            rest = rest.subtract(share);
        }
        return shared;
    }

    private BigDecimal shareOf(Leg leg) {
        BigDecimal share = quantity.multiply(leg.fraction());
        return whole.compareTo(BigDecimal.ONE) == 0
                ? share
                // Rounded down, so that the sum of the legs never exceeds the open quantity.
                : share.divide(whole, Arithmetic.SCALE, RoundingMode.DOWN);
    }

    private BigDecimal floor(BigDecimal share) {
        return levels.instrument().floorQuantity(share);
    }

    private List<Leg> merged(List<Leg> legs) {
        List<Leg> kept = new ArrayList<>();
        for (int i = 0; i < legs.size(); i++) {
            Leg leg = legs.get(i);
            if (i + 1 < legs.size() && leg.price().compareTo(legs.get(i + 1).price()) == 0) {
                legs.set(i + 1, leg.plus(legs.get(i + 1)));
            } else if (!levels.instrument().isTooSmall(leg.quantity(), leg.price())) {
                kept.add(leg);
            } else if (i + 1 < legs.size()) {
                legs.set(i + 1, legs.get(i + 1).plus(leg));
            } else if (!kept.isEmpty()) {
                kept.add(kept.remove(kept.size() - 1).plus(leg));
            }
        }
        return kept;
    }
}
