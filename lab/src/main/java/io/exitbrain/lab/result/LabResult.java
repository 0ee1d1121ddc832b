package io.exitbrain.lab.result;

import io.exitbrain.lab.guard.Grid;
import io.exitbrain.lab.guard.Judgement;
import io.exitbrain.lab.guard.Plateau;
import io.exitbrain.lab.measures.PolicyMeasures;
import io.exitbrain.lab.simulation.Simulated;
import java.util.List;
import java.util.Optional;

/**
 * All that one run of the lab has found.
 *
 * @param setup what was run
 * @param simulated all trades of all policies and references, also those of the holdout
 * @param measures the numbers of each policy, then of each reference, of the in-sample trades only
 * @param judgement each policy against the baseline
 * @param grid the cells of the sweep; empty without one
 * @param plateau the best cell against its neighbours; empty without a sweep
 * @param nullRun what the chosen policy does on prices without memory; empty if it was not asked for, or nothing was chosen
 * @param drawn the trades that differ most between the baseline and the chosen policy, the largest difference first
 */
public record LabResult(
        Setup setup,
        Simulated simulated,
        List<PolicyMeasures> measures,
        Judgement judgement,
        Optional<Grid> grid,
        Optional<Plateau> plateau,
        Optional<NullRun> nullRun,
        List<DrawnTrade> drawn) {

    public LabResult {
        measures = List.copyOf(measures);
        drawn = List.copyOf(drawn);
    }
}
