package io.exitbrain.lab.guard;

import io.exitbrain.lab.statistics.Estimate;
import java.util.Optional;

/**
 * How sure a difference is.
 *
 * @param difference the mean difference to the baseline with its 95 % interval, R; empty with fewer than two days
 * @param pBetter how often the best of as many policies without effect would look this much better; empty for
 *     references
 * @param pWorse how often the worst of as many policies without effect would look this much worse; empty for references
 * @param holdout what the locked days say; empty for all but the chosen policy, if that has too few trades for a
 *     verdict, and without a holdout
 */
public record Evidence(
        Optional<Estimate> difference,
        Optional<Double> pBetter,
        Optional<Double> pWorse,
        Optional<HoldoutScore> holdout) {}
