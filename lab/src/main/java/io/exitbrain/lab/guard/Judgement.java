package io.exitbrain.lab.guard;

import io.exitbrain.lab.statistics.Overfitting;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of some policies against the baseline.
 *
 * @param split which days were looked at
 * @param tries how many configurations were tried on this input, now and before
 * @param comparisons one for each policy and reference, in the given order
 * @param chosen the candidate with the highest mean difference of those with enough trades; empty if none has a pair.
 *     The holdout is looked at for it only, and only if it has enough trades itself
 * @param verdict of the chosen one; "too little data" if there is none
 * @param overfitting empty with fewer than 8 candidates or 16 days; {@code overfittingNote} then says why
 * @param overfittingNote how to read {@code overfitting}, or why it is not known
 * @param walkForward without rows if the in-sample days are too few for one window
 */
public record Judgement(
        String baseline,
        HoldoutSplit split,
        int tries,
        List<Comparison> comparisons,
        Optional<String> chosen,
        Verdict verdict,
        Optional<Overfitting> overfitting,
        String overfittingNote,
        WalkForwardTable walkForward) {

    public Judgement {
        comparisons = List.copyOf(comparisons);
    }

    /** Whether the holdout was looked at, so that the ledger must say so. */
    public boolean hasLookedAtHoldout() {
        return comparisons.stream()
                .anyMatch(comparison -> comparison.evidence().holdout().isPresent());
    }
}
