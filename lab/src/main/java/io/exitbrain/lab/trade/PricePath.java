package io.exitbrain.lab.trade;

import java.util.Optional;

/**
 * Where the mark price went, in R of the baseline with the sign of the trade: positive is profit. Times are epoch milliseconds.
 *
 * @param worst maximum adverse excursion while open, 0 or less
 * @param best maximum favourable excursion while open, 0 or more
 * @param bestAvailable maximum favourable excursion from the opening to the horizon, whether the trade was open or not
 * @param worstAvailable maximum adverse excursion from the opening to the horizon, 0 or less
 * @param locked the best result that the stop in force would have secured, in R; negative while no profit was locked, empty
 *     if no stop was sent
 * @param oneRAt when the mark first was 1 R in profit while open
 * @param lockedAt when the stop first secured a profit
 * @param cameBack how long after a stop the mark first came back to the entry, or to 1 R of profit if the stop was past the entry, in
 *     milliseconds; empty if the trade was not stopped, or the mark did not come back within the horizon
 * @param watchedMs for how long after a stop prices were seen, in milliseconds; 0 if the trade was not stopped
 */
public record PricePath(
        double worst,
        long worstAt,
        double best,
        long bestAt,
        double bestAvailable,
        double worstAvailable,
        Optional<Double> locked,
        Optional<Long> oneRAt,
        Optional<Long> lockedAt,
        Optional<Long> cameBack,
        long watchedMs) {}
