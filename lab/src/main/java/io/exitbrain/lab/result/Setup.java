package io.exitbrain.lab.result;

import io.exitbrain.lab.costs.Costs;
import io.exitbrain.lab.simulation.StrategyFills;
import java.time.Duration;
import java.util.List;

/**
 * What was run: everything that is needed to run it again.
 *
 * @param version version of Exit Brain
 * @param inputs the recordings, in their order, as the user named them
 * @param inputHash SHA-256 of the recordings, hexadecimal digits
 * @param from time of the first record, epoch milliseconds
 * @param until time of the last record
 * @param policies the policies in their order, the baseline first
 * @param costs the rates that counted
 * @param costsSource the file of the costs, or that the built-in ones counted
 * @param hasFunding whether funding was given
 * @param horizon how long a trade is watched after its opening
 * @param strategyFills what happened with fills of the strategy
 * @param holdout the share of the days that is locked away
 * @param resamples number of resamples of the bootstrap
 * @param meanBlockDays mean length of its blocks, days
 * @param seed of its random numbers
 * @param refusals the first records that could not be used, in words
 */
public record Setup(
        String version,
        List<String> inputs,
        String inputHash,
        long from,
        long until,
        List<PolicySource> policies,
        Costs costs,
        String costsSource,
        boolean hasFunding,
        Duration horizon,
        StrategyFills strategyFills,
        double holdout,
        int resamples,
        double meanBlockDays,
        long seed,
        List<String> refusals) {

    public Setup {
        inputs = List.copyOf(inputs);
        policies = List.copyOf(policies);
        refusals = List.copyOf(refusals);
    }

    /**
     * One policy.
     *
     * @param source its file, or the cell of the sweep
     * @param yaml its text; empty for the built-in policy
     * @param hash SHA-256 of all its settings, hexadecimal digits
     */
    public record PolicySource(String name, String source, String yaml, String hash) {}
}
