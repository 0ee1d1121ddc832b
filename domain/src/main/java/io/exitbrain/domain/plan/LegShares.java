package io.exitbrain.domain.plan;

import io.exitbrain.domain.value.Arithmetic;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Shares a quantity among take-profit legs by their fractions: floored to the lot step, the last leg taking the rest where the legs
 * cover everything; a leg too small for the exchange is merged into the next, a last one into the one before (rule 2.5).
 *
 * @param quantity what is shared
 * @param whole the fraction that {@code quantity} stands for: 1 at the start, less once legs were filled
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
                // down: the legs together never exceed what is open
                : share.divide(whole, Arithmetic.SCALE, RoundingMode.DOWN);
    }

    private BigDecimal floor(BigDecimal share) {
        return levels.instrument().floorQuantity(share);
    }

    private List<Leg> merged(List<Leg> legs) {
        List<Leg> kept = new ArrayList<>();
        for (int i = 0; i < legs.size(); i++) {
            Leg leg = legs.get(i);
            if (!levels.instrument().isTooSmall(leg.quantity(), leg.price())) {
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
