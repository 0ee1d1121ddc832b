package io.exitbrain.lab.simulation;

import io.exitbrain.lab.costs.Costs;
import io.exitbrain.lab.costs.Funding;
import io.exitbrain.lab.rules.RuleRun;
import io.exitbrain.lab.rules.RuleRunFactory;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/**
 * How the trades of a recording are run again.
 *
 * @param policies the policies; the first one is the baseline
 * @param horizonMs how long a trade is watched after its opening, milliseconds
 * @param strategyFills what happens with fills of the strategy
 * @param hooks who else listens
 */
public record Settings(
        List<NamedPolicy> policies,
        Costs costs,
        Funding funding,
        long horizonMs,
        StrategyFills strategyFills,
        Settings.Hooks hooks) {

    public Settings {
        policies = List.copyOf(policies);
        if (policies.isEmpty()) {
            throw new IllegalArgumentException("at least one policy is needed, the baseline");
        }
    }

    public Settings(
            List<NamedPolicy> policies, Costs costs, Funding funding, long horizonMs, StrategyFills strategyFills) {
        this(policies, costs, funding, horizonMs, strategyFills, Hooks.NONE);
    }

    /**
     * Listens to a run.
     *
     * @param rules makes the rules of a policy for one trade
     * @param opens whether the fill on a line of the input may open a trade
     * @param finished takes each trade after its horizon, with the stops that were sent, on any thread; empty if nobody asks for them
     */
    public record Hooks(RuleRunFactory rules, IntPredicate opens, Optional<Consumer<StopHistory>> finished) {

        /** Nobody listens. */
        public static final Hooks NONE = new Hooks(RuleRun::new, line -> true, Optional.empty());
    }

    NamedPolicy baseline() {
        return policies.get(0);
    }
}
