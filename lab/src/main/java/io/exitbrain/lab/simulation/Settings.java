package io.exitbrain.lab.simulation;

import io.exitbrain.lab.costs.Costs;
import io.exitbrain.lab.costs.Funding;
import io.exitbrain.lab.rules.RuleRun;
import java.util.List;

/**
 * How the trades of a recording are run again.
 *
 * @param policies the policies; the first one is the baseline
 * @param horizonMs how long a trade is watched after its opening, milliseconds
 * @param rules makes the rules of a policy for one trade; a test can listen there
 * @param keepsStrategyExits whether fills that the strategy made close the trades of the policies, too
 */
public record Settings(
        List<NamedPolicy> policies,
        Costs costs,
        Funding funding,
        long horizonMs,
        boolean keepsStrategyExits,
        RuleRun.Factory rules) {

    public Settings(
            List<NamedPolicy> policies, Costs costs, Funding funding, long horizonMs, boolean keepsStrategyExits) {
        this(policies, costs, funding, horizonMs, keepsStrategyExits, RuleRun::new);
    }

    public Settings {
        policies = List.copyOf(policies);
        if (policies.isEmpty()) {
            throw new IllegalArgumentException("at least one policy is needed, the baseline");
        }
    }

    NamedPolicy baseline() {
        return policies.get(0);
    }
}
