package io.exitbrain.lab.exchange;

import io.exitbrain.domain.plan.Leg;
import io.exitbrain.domain.plan.LivingPlan;
import io.exitbrain.domain.value.Side;
import java.math.BigDecimal;
import java.util.Optional;

/** Says whether a price can fill a leg, without a look at each leg for each price. */
public final class LegWatch {

    /** A price this close to a leg, as a share of it, is compared exactly. */
    private static final double CLOSE = 1e-12;

    private final Side side;
    private double limit;
    private boolean isReachedByBest;

    public LegWatch(Side side) {
        this.side = side;
    }

    /** Takes the legs of {@code plan}. */
    public void become(Optional<LivingPlan> plan) {
        Optional<BigDecimal> nearest = plan.flatMap(living -> living.ladder().legs().stream()
                .filter(Leg::isOpen)
                .map(Leg::price)
                .reduce((a, b) -> side.isBetter(a, b) ? b : a));
        limit = nearest.map(BigDecimal::doubleValue).orElse(side == Side.LONG ? Double.POSITIVE_INFINITY : 0);
        // An add can move a leg to where the price already was.
        isReachedByBest = nearest.filter(
                        leg -> side.hasReached(plan.orElseThrow().stop().best(), leg))
                .isPresent();
    }

    /** The next price must be looked at in full, whatever it is. */
    public void mustLook() {
        isReachedByBest = true;
    }

    /** Whether prices that are no better than the best one can fill a leg. */
    public boolean isReachedByBest() {
        return isReachedByBest;
    }

    /** Whether the price is certainly before every open leg. */
    public boolean isBefore(long unscaled, int scale) {
        double price = Prices.value(unscaled, scale);
        return side == Side.LONG ? price < limit * (1 - CLOSE) : price > limit * (1 + CLOSE);
    }
}
