package io.exitbrain.domain.rules;

import io.exitbrain.domain.plan.Origin;
import io.exitbrain.domain.plan.PlanTerms;
import io.exitbrain.domain.plan.PriceLevels;
import io.exitbrain.domain.plan.Stop;
import io.exitbrain.domain.plan.Trailing;
import io.exitbrain.domain.value.Require;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The first stop of a plan: rules 2.3, 2.4 and 3.2.
 *
 * @see <a href="../../../../../../../../docs/rules.md#3-the-stop">docs/rules.md, 3 The stop</a>
 */
final class FirstStop {

    private static final int SHOWN_DECIMALS = 6;

    private FirstStop() {}

    /** The stop loss. A trail with activation 0 is armed from the start. */
    static Stop of(PlanRequest request, PlanTerms terms, PriceLevels levels) {
        BigDecimal loss = levels.stopAtLoss(terms.distance());
        Require.positive("stop price", loss);
        Stop watching = watching(
                loss, levels.entry(), terms.trail().map(trail -> levels.activation(trail.activation())), request);
        boolean armed = terms.trail()
                .filter(trail -> levels.away(trail.activation()).signum() == 0)
                .isPresent();
        return armed ? Trailing.armed(watching, terms, levels, levels.entry()) : watching;
    }

    /** The stop of a plan that exits at once. It needs no price: without an entry the stop has none. */
    static Stop ofExit(PlanRequest request, PlanTerms terms) {
        return request.position().entry().isPresent()
                ? of(request, terms, request.levels(terms.distance()))
                : watching(BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty(), request);
    }

    private static Stop watching(
            BigDecimal loss, BigDecimal best, Optional<BigDecimal> activation, PlanRequest request) {
        return new Stop(Stop.State.WATCHING, loss, best, activation, false, request.origin() == Origin.ORPHAN);
    }

    /** By how much the stop loss breaks the risk floor, because it lies at least one tick from the entry; empty if it does not. */
    static Optional<String> excessOf(SideDraft side) {
        Optional<BigDecimal> floor = side.plan().riskFloor(side.position());
        if (floor.isEmpty() || side.position().entry().isEmpty()) {
            return Optional.empty();
        }
        BigDecimal entry = side.position().entryOrFail();
        BigDecimal distance = side.side()
                .sign(entry.subtract(side.plan().stop().price()))
                .divide(entry, SHOWN_DECIMALS, RoundingMode.HALF_UP);
        return distance.compareTo(floor.get()) > 0 ? Optional.of(excess(distance, floor.get())) : Optional.empty();
    }

    private static String excess(BigDecimal distance, BigDecimal floor) {
        return "the stop is one tick from the entry: %s of the entry, %s is the risk floor"
                .formatted(
                        distance.stripTrailingZeros().toPlainString(),
                        floor.setScale(SHOWN_DECIMALS, RoundingMode.DOWN)
                                .stripTrailingZeros()
                                .toPlainString());
    }
}
