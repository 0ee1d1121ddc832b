package io.exitbrain.lab.guard;

import io.exitbrain.lab.statistics.Resampling;
import io.exitbrain.lab.statistics.WalkForward.Lengths;
import java.time.Duration;

/**
 * How policies are judged.
 *
 * @param holdout the share of the days that are locked away, from 0 to below 1; without a holdout no policy can be
 *     called better
 * @param choosingDays days of a walk-forward window that chooses
 * @param scoringDays days of a walk-forward window that scores
 * @param embargo trades that were opened less than this before the holdout, or a scoring window, choose nothing. Use
 *     the longest time that a trade can be open
 * @param resampling for all intervals and probabilities
 */
public record GuardSettings(
        double holdout, int choosingDays, int scoringDays, Duration embargo, Resampling resampling) {

    public static final GuardSettings DEFAULT = new GuardSettings(0.3, 30, 10, Duration.ofDays(7), Resampling.DEFAULT);

    public GuardSettings {
        if (!(holdout >= 0 && holdout < 1)) {
            throw new IllegalArgumentException("holdout must be from 0 to below 1, was " + holdout);
        }
        if (embargo.isNegative()) {
            throw new IllegalArgumentException("embargo must be 0 or more, was " + embargo);
        }
        if (choosingDays < 1 || scoringDays < 1) {
            throw new IllegalArgumentException(
                    "walk-forward windows must be 1 day or more, were %d and %d".formatted(choosingDays, scoringDays));
        }
    }

    /** The windows in whole days; a part of a day of embargo counts as a day. */
    Lengths windows() {
        long days = embargo.plusDays(1).minusNanos(1).toDays();
        return new Lengths(choosingDays, scoringDays, Math.toIntExact(days));
    }
}
