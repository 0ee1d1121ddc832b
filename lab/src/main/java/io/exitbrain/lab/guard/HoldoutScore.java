package io.exitbrain.lab.guard;

import java.util.Optional;

/**
 * What the chosen policy did in the locked days.
 *
 * @param pairs how many trades were closed under both policies
 * @param censored how many were left out because they are still open under one or both
 * @param mean of the differences to the baseline, R; empty without pairs
 */
public record HoldoutScore(int pairs, int censored, Optional<Double> mean) {

    static HoldoutScore of(Pairing pairing) {
        return new HoldoutScore(pairing.pairs().size(), pairing.censored(), pairing.mean());
    }
}
