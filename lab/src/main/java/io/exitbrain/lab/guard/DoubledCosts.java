package io.exitbrain.lab.guard;

import io.exitbrain.lab.trade.PolicyTrades;
import java.util.List;
import java.util.Optional;

/** The same trades once more, with costs that are twice as high. */
record DoubledCosts(List<PolicyTrades> policies, HoldoutSplit split) {

    /**
     * The mean difference of the in-sample pairs, R; empty without pairs.
     *
     * @throws IllegalArgumentException if a policy is missing
     */
    Optional<Double> difference(String baseline, String policy) {
        return Pairing.of(split.inSample(find(baseline)), split.inSample(find(policy)))
                .mean();
    }

    private PolicyTrades find(String name) {
        return policies.stream()
                .filter(policy -> policy.policy().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no trades with doubled costs of policy " + name));
    }
}
