package io.exitbrain.lab.run;

import io.exitbrain.lab.guard.Guard;
import io.exitbrain.lab.guard.HoldoutSplit;
import io.exitbrain.lab.guard.Judgement;
import io.exitbrain.lab.guard.Plateau;
import io.exitbrain.lab.history.HistoryReader;
import io.exitbrain.lab.ledger.Entry;
import io.exitbrain.lab.ledger.Ledger;
import io.exitbrain.lab.measures.PolicyMeasures;
import io.exitbrain.lab.policies.LabPolicy;
import io.exitbrain.lab.policies.Sweep;
import io.exitbrain.lab.result.LabResult;
import io.exitbrain.lab.result.Setup;
import io.exitbrain.lab.simulation.Settings;
import io.exitbrain.lab.simulation.Simulated;
import io.exitbrain.lab.simulation.Simulation;
import io.exitbrain.lab.trade.PolicyTrades;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Runs the lab: the trades, their numbers, the judgement, and a second look at what is drawn. */
public final class LabRun {

    private final LabOptions options;
    private final List<LabPolicy> policies;
    private final DoubleConsumer progress;
    private Duration firstReading = Duration.ZERO;

    /** {@code progress} takes the share of the input that was read, 0 to 1, first for the first look and then for the second. */
    public LabRun(LabOptions options, DoubleConsumer progress) {
        this.options = options;
        this.progress = progress;
        this.policies = new ArrayList<>(options.policies());
        options.sweep().map(Sweep::policies).ifPresent(policies::addAll);
    }

    /** How long the first reading took. */
    public Duration firstReading() {
        return firstReading;
    }

    public LabResult run() {
        long startedNanos = System.nanoTime();
        Simulation simulation = new Simulation(options.settings(policies, Settings.Hooks.NONE), threads(), progress);
        HistoryReader reader = new HistoryReader(simulation);
        reader.read(options.inputs());
        Simulated simulated = simulation.end();
        firstReading = Duration.ofNanos(System.nanoTime() - startedNanos);
        Guard guard = Guard.of(options.guard());
        HoldoutSplit split = guard.split(simulated.policies().get(0));
        Judgement judgement = judged(guard, simulated, reader.hash());
        SecondReading second = judgement
                .chosen()
                .map(chosen -> SecondReading.of(
                        options,
                        List.of(policies.get(0), named(chosen)),
                        SecondReading.InSample.of(simulated, judgement, split),
                        simulation.until() - simulation.from(),
                        progress))
                .orElse(SecondReading.NONE);
        return new LabResult(
                setup(simulation, reader),
                simulated,
                measures(simulated, split),
                judgement,
                options.sweep().map(Sweep::grid),
                options.sweep().map(sweep -> Plateau.of(sweep.grid(), judgement)),
                second.nullRun(),
                second.drawn());
    }

    private static int threads() {
        return Runtime.getRuntime().availableProcessors();
    }

    private LabPolicy named(String name) {
        return policies.stream()
                .filter(policy -> policy.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<PolicyMeasures> measures(Simulated simulated, HoldoutSplit split) {
        return simulated.policies().stream()
                .map(policy -> PolicyMeasures.of(
                        split.inSample(policy), options.guard().resampling()))
                .toList();
    }

    /** The ledger remembers each look: first that at the days that choose, then that at the locked ones. */
    private Judgement judged(Guard guard, Simulated simulated, String inputHash) {
        List<PolicyTrades> all = simulated.policies();
        List<String> configurations = policies.stream().map(this::configuration).toList();
        Ledger ledger = Ledger.in(options.ledger());
        var history = ledger.historyOf(inputHash, configurations);
        ledger.append(new Entry(Instant.now(), inputHash, Entry.Look.IN_SAMPLE, configurations));
        Judgement judgement = guard.judge(all.get(0), all.subList(1, all.size()), history);
        if (judgement.hasLookedAtHoldout()) {
            ledger.append(new Entry(Instant.now(), inputHash, Entry.Look.HOLDOUT, configurations));
        }
        return judgement;
    }

    private String configuration(LabPolicy policy) {
        return policy.configuration(policies.get(0), options.costs() + " " + options.hasFunding());
    }

    private Setup setup(Simulation simulation, HistoryReader reader) {
        return new Setup(
                options.version(),
                options.inputs().stream().map(Object::toString).toList(),
                reader.hash(),
                simulation.from(),
                simulation.until(),
                policies.stream()
                        .map(policy ->
                                new Setup.PolicySource(policy.name(), policy.source(), policy.yaml(), policy.hash()))
                        .toList(),
                options.costs(),
                options.costsSource(),
                options.hasFunding(),
                options.horizon(),
                options.strategyFills(),
                options.guard().holdout(),
                options.guard().resampling().resamples(),
                options.guard().resampling().meanBlock(),
                options.guard().resampling().seed(),
                reader.refusals().first());
    }
}
