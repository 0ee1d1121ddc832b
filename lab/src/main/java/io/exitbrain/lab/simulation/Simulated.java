package io.exitbrain.lab.simulation;

import io.exitbrain.lab.trade.PolicyTrades;
import java.util.List;
import java.util.Map;

/**
 * The result of a simulation.
 *
 * @param policies the policies in the order that they were given, then the reference rows
 * @param counts what was counted; absent = 0
 */
public record Simulated(List<PolicyTrades> policies, Fidelity fidelity, Map<Count, Long> counts) {

    public Simulated {
        policies = List.copyOf(policies);
        counts = Map.copyOf(counts);
    }

    public long count(Count what) {
        return counts.getOrDefault(what, 0L);
    }
}
