package io.exitbrain.lab.run;

import io.exitbrain.lab.guard.Comparison;
import io.exitbrain.lab.guard.Difference;
import io.exitbrain.lab.guard.HoldoutSplit;
import io.exitbrain.lab.guard.Judgement;
import io.exitbrain.lab.history.HistoryReader;
import io.exitbrain.lab.policies.LabPolicy;
import io.exitbrain.lab.result.DrawnTrade;
import io.exitbrain.lab.result.NullRun;
import io.exitbrain.lab.rules.RuleRun;
import io.exitbrain.lab.simulation.Settings;
import io.exitbrain.lab.simulation.Simulated;
import io.exitbrain.lab.simulation.Simulation;
import io.exitbrain.lab.trade.Opening;
import io.exitbrain.lab.trade.PolicyTrades;
import io.exitbrain.lab.trade.Trade;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * What only a second reading of the recordings gives: the drawings of the trades that differ most, and the chosen policy on prices without
 * memory.
 */
record SecondReading(Optional<NullRun> nullRun, List<DrawnTrade> drawn) {

    /** Nothing was chosen. */
    static final SecondReading NONE = new SecondReading(Optional.empty(), List.of());

    /** The series of prices for the paths without memory have about this many steps. */
    private static final long STEPS = 20_000;

    private static final long SHORTEST_STEP_MS = 1_000;

    /**
     * Reads the recordings again for the chosen policy.
     *
     * @param pair the baseline and the chosen policy
     * @param spanMs the time from the first record to the last, milliseconds
     */
    static SecondReading of(
            LabOptions options, List<LabPolicy> pair, InSample inSample, long spanMs, DoubleConsumer progress) {
        DrawnTrades drawn = new DrawnTrades(inSample.largest(), inSample.baseline(), inSample.chosen());
        long stepMs = options.nullPaths() == 0 ? 0 : Math.max(SHORTEST_STEP_MS, spanMs / STEPS);
        SecondLook look = look(options, pair, drawn, stepMs, progress);
        return new SecondReading(nullRun(options, pair, look, stepMs, inSample.baseline()), drawn.drawn());
    }

    /** The trades that may be looked at, of the baseline and of the chosen policy, and their largest differences. */
    record InSample(PolicyTrades baseline, PolicyTrades chosen, List<Difference> largest) {

        static InSample of(Simulated simulated, Judgement judgement, HoldoutSplit split) {
            Comparison chosen = judgement.comparisons().stream()
                    .filter(Comparison::isChosen)
                    .findFirst()
                    .orElseThrow();
            PolicyTrades after = simulated.policies().stream()
                    .filter(row -> row.policy().equals(chosen.policy()))
                    .findFirst()
                    .orElseThrow();
            return new InSample(
                    split.inSample(simulated.policies().get(0)),
                    split.inSample(after),
                    chosen.paired().largest());
        }
    }

    private static SecondLook look(
            LabOptions options, List<LabPolicy> pair, DrawnTrades drawn, long stepMs, DoubleConsumer progress) {
        Settings.Hooks hooks = new Settings.Hooks(RuleRun::new, drawn::isOpenedBy, Optional.of(drawn::take));
        Simulation simulation = new Simulation(options.settings(pair, hooks), 1, progress);
        SecondLook look = new SecondLook(simulation, stepMs);
        drawn.askFor(look);
        new HistoryReader(look).read(options.inputs());
        simulation.end();
        return look;
    }

    private static Optional<NullRun> nullRun(
            LabOptions options, List<LabPolicy> pair, SecondLook look, long stepMs, PolicyTrades before) {
        if (options.nullPaths() == 0) {
            return Optional.empty();
        }
        List<Opening> openings = before.trades().stream().map(Trade::opening).toList();
        long seed = options.guard().resampling().seed();
        Settings settings = options.settings(pair, Settings.Hooks.NONE);
        NullPaths paths = new NullPaths(settings, look, stepMs, seed, openings);
        return Optional.of(paths.run(pair.get(1).name(), options.nullPaths()));
    }
}
