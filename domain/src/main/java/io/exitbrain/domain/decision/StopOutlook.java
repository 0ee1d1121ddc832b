package io.exitbrain.domain.decision;

import io.exitbrain.domain.plan.LivingPlan;
import io.exitbrain.domain.plan.PriceLevels;
import io.exitbrain.domain.plan.SideState;
import io.exitbrain.domain.plan.Stop;
import io.exitbrain.domain.plan.Trailing;
import io.exitbrain.domain.policy.Callback;
import io.exitbrain.domain.policy.Trail;
import io.exitbrain.domain.value.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the next mark prices do to the stop of a plan. It holds until an input other than a price changes the plan.
 *
 * @param firesAt the mark at which the stop fires; empty for a stop that has fired, or that has no price
 * @param armsAt the mark that arms the trail; empty without a trail and for an armed trail
 * @param movesAt the nearest mark, to the tick, at which the trail moves the stop far enough to be sent; empty if no mark does
 * @param callback the callback in force at the best price; empty unless the stop follows its best price by it
 */
public record StopOutlook(
        Optional<BigDecimal> firesAt,
        Optional<BigDecimal> armsAt,
        Optional<BigDecimal> movesAt,
        Optional<Callback> callback) {

    private static final StopOutlook NOTHING =
            new StopOutlook(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Without a tick, prices are searched in steps of this share of the entry. */
    private static final int UNQUANTISED_DIGITS = 6;

    /** A search beyond 2^40 steps from the best price ends without a result. */
    private static final int MAX_DOUBLINGS = 40;

    /** The outlook of {@code side}; nothing without a plan, and for a stop that has fired or has no price. */
    public static StopOutlook of(SideState side) {
        boolean isLive = side.isOpen()
                && side.position().entry().isPresent()
                && side.plan()
                        .map(LivingPlan::stop)
                        .filter(stop -> !stop.isTriggered() && stop.price().signum() > 0)
                        .isPresent();
        return isLive ? new Search(side).outlook() : NOTHING;
    }

    /** The search for the nearest price that moves the stop. It asks the rule of the trail and never computes a stop itself. */
    private static final class Search {

        private final LivingPlan plan;
        private final Stop stop;
        private final Side side;
        private final PriceLevels levels;
        private final BigDecimal step;

        Search(SideState state) {
            plan = state.plan().orElseThrow();
            stop = plan.stop();
            side = state.position().side();
            levels = plan.levels(state.position());
            BigDecimal tick = plan.instrument().tickSize();
            step = tick.signum() > 0 ? tick : stepOf(levels.entry());
        }

        /** A power of ten with {@link #UNQUANTISED_DIGITS} digits of {@code price}. */
        private static BigDecimal stepOf(BigDecimal price) {
            return BigDecimal.ONE.scaleByPowerOfTen(price.precision() - price.scale() - UNQUANTISED_DIGITS);
        }

        StopOutlook outlook() {
            Optional<Trail> trail = plan.terms().trail();
            return new StopOutlook(
                    Optional.of(stop.price()).map(plan.instrument()::shownPrice),
                    stop.isArmed() ? Optional.empty() : stop.activationPrice().map(plan.instrument()::shownPrice),
                    trail.flatMap(this::movesAt).map(plan.instrument()::shownPrice),
                    trail.flatMap(this::followedBy));
        }

        /** The callback by which the stop stands behind its best price; empty if another rule has put it there. */
        private Optional<Callback> followedBy(Trail trail) {
            Callback callback = Trailing.callback(trail, stop.best(), levels);
            BigDecimal exact = Trailing.exact(stop.best(), callback, levels);
            return Optional.of(callback)
                    .filter(known -> stop.isArmed() && stop.movedByTrail())
                    .filter(known -> plan.instrument().isSamePrice(exact, stop.price()));
        }

        // Between two tightening steps a better price never gives a worse stop, so each stretch is searched by halves.
        private Optional<BigDecimal> movesAt(Trail trail) {
            if (!stop.isArmed() && stop.activationPrice().isEmpty()) {
                return Optional.empty();
            }
            BigDecimal start = onGrid(side.betterOf(
                    stop.best(),
                    stop.isArmed() ? stop.best() : stop.activationPrice().orElseThrow()));
            List<BigDecimal> starts =
                    Stream.concat(Stream.of(start), tightenings(trail, start)).toList();
            for (int i = 0; i < starts.size(); i++) {
                Optional<BigDecimal> end = i + 1 < starts.size()
                        ? Optional.of(side.towardsLoss(starts.get(i + 1), step))
                        : farAway(starts.get(i));
                Optional<BigDecimal> found = nearest(starts.get(i), end);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }

        private Stream<BigDecimal> tightenings(Trail trail, BigDecimal start) {
            return trail.tightening().stream()
                    .map(tightening -> onGrid(levels.exact(tightening.at())))
                    .filter(price -> side.isBetter(price, start))
                    .sorted((a, b) -> side.isBetter(b, a) ? -1 : side.isBetter(a, b) ? 1 : 0);
        }

        /** {@code price} on the grid of the search, rounded towards profit. */
        private BigDecimal onGrid(BigDecimal price) {
            return price.divide(step, 0, side.stopRounding()).multiply(step);
        }

        private Optional<BigDecimal> farAway(BigDecimal start) {
            BigDecimal gain = step;
            for (int i = 0; i < MAX_DOUBLINGS; i++) {
                BigDecimal price = side.towardsProfit(start, gain);
                if (price.signum() <= 0) {
                    // A short cannot gain more than its price: the last price above zero is the end.
                    return Optional.of(step);
                }
                if (isMovedAt(price)) {
                    return Optional.of(price);
                }
                gain = gain.add(gain);
            }
            return Optional.empty();
        }

        /** The price nearest to {@code start}, at most {@code end}, that moves the stop. */
        private Optional<BigDecimal> nearest(BigDecimal start, Optional<BigDecimal> end) {
            if (isMovedAt(start)) {
                return Optional.of(start);
            }
            return end.filter(this::isMovedAt).map(last -> halved(start, last));
        }

        /** {@code still} does not move the stop, {@code moving} does. */
        private BigDecimal halved(BigDecimal still, BigDecimal moving) {
            BigDecimal low = still;
            BigDecimal high = moving;
            while (high.subtract(low).abs().compareTo(step) > 0) {
                BigDecimal middle = onGrid(low.add(high).divide(BigDecimal.valueOf(2)));
                middle = middle.compareTo(high) == 0 ? side.towardsLoss(high, step) : middle;
                if (isMovedAt(middle)) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            return high;
        }

        private boolean isMovedAt(BigDecimal price) {
            Stop after = Trailing.after(stop, price, plan.terms(), levels);
            return !side.hasBreached(price, after.price()) && plan.isWorthSending(after.price(), side);
        }
    }
}
