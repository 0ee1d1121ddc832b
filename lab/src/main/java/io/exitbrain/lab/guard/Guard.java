package io.exitbrain.lab.guard;

import io.exitbrain.lab.trade.PolicyTrades;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Judges policies against a baseline. Everything but the score of the chosen policy in the holdout is computed from
 * in-sample trades. Equal arguments give equal results. It has no state.
 */
public final class Guard {

    private final GuardSettings settings;

    private Guard(GuardSettings settings) {
        this.settings = settings;
    }

    public static Guard of(GuardSettings settings) {
        return new Guard(settings);
    }

    /** Which trades may be looked at; the numbers of each policy must come from these, too. */
    public HoldoutSplit split(PolicyTrades baseline) {
        return HoldoutSplit.of(baseline.trades(), settings);
    }

    /**
     * Looks at the holdout of one policy, the chosen one; the caller writes that into the ledger.
     *
     * @param baseline all of its trades, also those of the holdout
     * @param others policies and references, with all of their trades; references are compared and are no candidates
     * @param history what was looked at before on the same input
     * @throws IllegalArgumentException if two policies have the same name, or openings differ
     */
    public Judgement judge(PolicyTrades baseline, List<PolicyTrades> others, History history) {
        checkNames(baseline, others);
        return new Judging(settings, baseline, others, split(baseline), history).judgement();
    }

    private static void checkNames(PolicyTrades baseline, List<PolicyTrades> others) {
        Set<String> names = new HashSet<>(Set.of(baseline.policy()));
        for (PolicyTrades other : others) {
            if (!names.add(other.policy())) {
                throw new IllegalArgumentException(
                        "policies must have different names, %s is there twice".formatted(other.policy()));
            }
        }
    }
}
