package io.exitbrain.domain.plan;

import io.exitbrain.domain.policy.Callback;
import io.exitbrain.domain.policy.Trail;
import io.exitbrain.domain.value.Side;
import java.math.BigDecimal;
import java.util.Optional;

/** Moves a stop behind the best price: rules 3.2 to 3.4. */
public final class Trailing {

    private Trailing() {}

    /** {@code stop} after {@code price}, which has not breached it: best price, arming, candidate, better of stop and candidate. */
    public static Stop after(Stop stop, BigDecimal price, PlanTerms terms, PriceLevels levels) {
        Stop followed = levels.side().isBetter(price, stop.best()) ? stop.withBest(price) : stop;
        if (stop.isArmed()) {
            return trailed(followed, terms, levels, price);
        }
        return reachesActivation(stop, price, levels.side()) ? armed(followed, terms, levels, price) : followed;
    }

    /** {@code stop} armed and moved behind its best price. */
    public static Stop armed(Stop stop, PlanTerms terms, PriceLevels levels, BigDecimal price) {
        return trailed(stop.as(Stop.State.TRAILING), terms, levels, price);
    }

    private static boolean reachesActivation(Stop stop, BigDecimal price, Side side) {
        Optional<BigDecimal> activation = stop.activationPrice();
        return activation.isPresent() && side.hasReached(price, activation.get());
    }

    private static Stop trailed(Stop stop, PlanTerms terms, PriceLevels levels, BigDecimal price) {
        Trail trail = terms.trail().orElseThrow(() -> new IllegalStateException("an armed stop has a trail"));
        BigDecimal exact = exact(stop.best(), callback(trail, stop.best(), levels), levels);
        if (!couldBeBetter(exact, stop.price(), levels)) {
            return stop;
        }
        BigDecimal candidate = levels.stop(exact, price);
        return levels.side().isBetter(candidate, stop.price()) ? stop.trailedTo(candidate) : stop;
    }

    /**
     * Lower bound of the gain over the best price that moves the armed {@code stop} to {@code limit} or reaches the next tightening step.
     * In price; <= 0 if no bound is known.
     */
    public static BigDecimal smallestGainReaching(BigDecimal limit, Stop stop, Trail trail, PriceLevels levels) {
        Side side = levels.side();
        Callback callback = callback(trail, stop.best(), levels);
        BigDecimal exact = exact(stop.best(), callback, levels);
        // Rounding moves a candidate by less than a tick, so a candidate up to the last tick before the limit stays
        // short of the limit.
        BigDecimal last = side.towardsLoss(
                levels.instrument().roundPrice(limit, side.stopRounding()),
                levels.instrument().tickSize());
        BigDecimal room = side.sign(last.subtract(exact));
        BigDecimal gained = gained(stop.best(), levels);
        BigDecimal gain = callback.largestGainFor(room);
        for (Trail.Tightening step : trail.tightening()) {
            BigDecimal missing = levels.away(step.at()).subtract(gained);
            gain = missing.signum() > 0 ? gain.min(missing) : gain;
        }
        return gain;
    }

    /** The exact price {@code callback} behind {@code best}, not rounded. */
    public static BigDecimal exact(BigDecimal best, Callback callback, PriceLevels levels) {
        return levels.side().towardsLoss(best, callback.behind(best, levels.instrument()));
    }

    private static BigDecimal gained(BigDecimal best, PriceLevels levels) {
        return levels.side().sign(best.subtract(levels.entry()));
    }

    // Skips the division of the rounding if even a full tick would not make the stop better.
    private static boolean couldBeBetter(BigDecimal exact, BigDecimal stop, PriceLevels levels) {
        BigDecimal maxRounded =
                levels.side().towardsProfit(exact, levels.instrument().tickSize());
        return levels.side().isBetter(maxRounded, stop);
    }

    /** The callback of the furthest tightening step that the best price has reached, else the base callback; never compounded. */
    public static Callback callback(Trail trail, BigDecimal best, PriceLevels levels) {
        Callback callback = trail.callback();
        BigDecimal gained = gained(best, levels);
        BigDecimal furthest = BigDecimal.ZERO;
        for (Trail.Tightening step : trail.tightening()) {
            BigDecimal distance = levels.away(step.at());
            if (distance.compareTo(furthest) >= 0 && distance.compareTo(gained) <= 0) {
                callback = step.callback();
                furthest = distance;
            }
        }
        return callback;
    }
}
