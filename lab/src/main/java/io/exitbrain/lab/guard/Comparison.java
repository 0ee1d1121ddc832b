package io.exitbrain.lab.guard;

import java.util.Optional;

/**
 * A policy against the baseline.
 *
 * @param isReference whether it is only there to compare: it is no candidate and has no verdict
 * @param isChosen whether it is the candidate with the highest mean difference of those with enough trades
 * @param verdict empty for references
 */
public record Comparison(
        String policy,
        boolean isReference,
        boolean isChosen,
        Paired paired,
        Evidence evidence,
        Optional<Verdict> verdict) {}
