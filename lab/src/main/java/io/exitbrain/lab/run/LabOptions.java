package io.exitbrain.lab.run;

import io.exitbrain.lab.costs.Costs;
import io.exitbrain.lab.costs.Funding;
import io.exitbrain.lab.guard.GuardSettings;
import io.exitbrain.lab.policies.LabPolicy;
import io.exitbrain.lab.policies.Sweep;
import io.exitbrain.lab.simulation.NamedPolicy;
import io.exitbrain.lab.simulation.Settings;
import io.exitbrain.lab.simulation.StrategyFills;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What one run of the lab is asked for.
 *
 * @param inputs the recordings, in their order
 * @param policies the named policies, the baseline first; the cells of the sweep come after them
 * @param costsSource where the costs come from, in words
 * @param ledger the file that remembers what was tried
 * @param nullPaths number of price paths without memory; 0 = none
 * @param version version of Exit Brain
 */
public record LabOptions(
        List<Path> inputs,
        List<LabPolicy> policies,
        Optional<Sweep> sweep,
        Costs costs,
        String costsSource,
        Funding funding,
        boolean hasFunding,
        Duration horizon,
        StrategyFills strategyFills,
        GuardSettings guard,
        Path ledger,
        int nullPaths,
        String version) {

    public LabOptions {
        inputs = List.copyOf(inputs);
        policies = List.copyOf(policies);
    }

    /** How the trades are run under {@code run}. */
    Settings settings(List<LabPolicy> run, Settings.Hooks hooks) {
        List<NamedPolicy> named = run.stream()
                .map(policy -> new NamedPolicy(policy.name(), policy.policy()))
                .toList();
        return new Settings(named, costs, funding, horizon.toMillis(), strategyFills, hooks);
    }
}
