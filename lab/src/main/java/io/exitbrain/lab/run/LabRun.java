package io.exitbrain.lab.run;

import io.exitbrain.lab.guard.Comparison;
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
import io.exitbrain.lab.result.DrawnTrade;
import io.exitbrain.lab.result.LabResult;
import io.exitbrain.lab.result.NullRun;
import io.exitbrain.lab.result.Setup;
import io.exitbrain.lab.rules.RuleRun;
import io.exitbrain.lab.simulation.NamedPolicy;
import io.exitbrain.lab.simulation.Settings;
import io.exitbrain.lab.simulation.Simulated;
import io.exitbrain.lab.simulation.Simulation;
import io.exitbrain.lab.trade.Money;
import io.exitbrain.lab.trade.Opening;
import io.exitbrain.lab.trade.PolicyTrades;
import io.exitbrain.lab.trade.Trade;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** Runs the lab: the trades, their numbers, the judgement, and a second look at what is drawn. */
public final class LabRun {

    /** The series of prices for the paths without memory have about this many steps. */
    private static final long STEPS = 20_000;

    private static final long SHORTEST_STEP_MS = 1_000;

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
        Simulation simulation = new Simulation(settings(policies, Settings.Hooks.NONE), threads(), progress);
        HistoryReader reader = new HistoryReader(simulation);
        reader.read(options.inputs());
        Simulated simulated = simulation.end();
        firstReading = Duration.ofNanos(System.nanoTime() - startedNanos);
        Guard guard = Guard.of(options.guard());
        HoldoutSplit split = guard.split(simulated.policies().get(0));
        Judgement judgement = judged(guard, simulated, reader.hash());
        SecondResult second = judgement
                .chosen()
                .map(chosen -> secondLook(simulated, judgement, split, chosen, simulation))
                .orElse(SecondResult.NONE);
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

    private Settings settings(List<LabPolicy> run, Settings.Hooks hooks) {
        List<NamedPolicy> named = run.stream()
                .map(policy -> new NamedPolicy(policy.name(), policy.policy()))
                .toList();
        return new Settings(
                named,
                options.costs(),
                options.funding(),
                options.horizon().toMillis(),
                options.keepsStrategyExits(),
                hooks);
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
        List<PolicyTrades> doubled = all.stream()
                .filter(policy -> !policy.isReference())
                .map(LabRun::atDoubledCosts)
                .toList();
        Judgement judgement = guard.judge(all.get(0), all.subList(1, all.size()), doubled, history);
        if (judgement.hasLookedAtHoldout()) {
            ledger.append(new Entry(Instant.now(), inputHash, Entry.Look.HOLDOUT, configurations));
        }
        return judgement;
    }

    private String configuration(LabPolicy policy) {
        return policy.configuration(policies.get(0), options.costs() + " " + options.hasFunding());
    }

    private static PolicyTrades atDoubledCosts(PolicyTrades policy) {
        List<Trade> trades =
                policy.trades().stream().map(LabRun::atDoubledCosts).toList();
        return new PolicyTrades(policy.policy(), policy.isReference(), trades);
    }

    private static Trade atDoubledCosts(Trade trade) {
        Money money = trade.money();
        Money doubled =
                new Money(money.gross(), 2 * money.fees(), 2 * money.slippage(), 2 * money.funding(), money.ownRisk());
        return new Trade(trade.opening(), trade.ending(), doubled, trade.path(), trade.activity(), trade.caution());
    }

    /** What only a second reading of the recordings gives. */
    private record SecondResult(Optional<NullRun> nullRun, List<DrawnTrade> drawn) {

        static final SecondResult NONE = new SecondResult(Optional.empty(), List.of());
    }

    private SecondResult secondLook(
            Simulated simulated, Judgement judgement, HoldoutSplit split, String chosen, Simulation first) {
        List<PolicyTrades> all = simulated.policies();
        PolicyTrades baseline = split.inSample(all.get(0));
        PolicyTrades policy = split.inSample(all.stream()
                .filter(row -> row.policy().equals(chosen))
                .findFirst()
                .orElseThrow());
        Comparison comparison = judgement.comparisons().stream()
                .filter(Comparison::isChosen)
                .findFirst()
                .orElseThrow();
        DrawnTrades drawn = new DrawnTrades(comparison.paired().largest(), baseline, policy);
        List<LabPolicy> pair = List.of(
                policies.get(0),
                policies.stream()
                        .filter(own -> own.name().equals(chosen))
                        .findFirst()
                        .orElseThrow());
        long stepMs = options.nullPaths() == 0 ? 0 : Math.max(SHORTEST_STEP_MS, (first.until() - first.from()) / STEPS);
        Settings settings =
                settings(pair, new Settings.Hooks(RuleRun::new, drawn::isOpenedBy, Optional.of(drawn::take)));
        Simulation simulation = new Simulation(settings, 1, progress);
        SecondLook look = new SecondLook(simulation, stepMs);
        drawn.askFor(look);
        new HistoryReader(look).read(options.inputs());
        simulation.end();
        return new SecondResult(nullRun(pair, look, stepMs, baseline, chosen), drawn.drawn());
    }

    private Optional<NullRun> nullRun(
            List<LabPolicy> pair, SecondLook look, long stepMs, PolicyTrades baseline, String chosen) {
        if (options.nullPaths() == 0) {
            return Optional.empty();
        }
        List<Opening> openings = baseline.trades().stream().map(Trade::opening).toList();
        long seed = options.guard().resampling().seed();
        NullPaths paths = new NullPaths(settings(pair, Settings.Hooks.NONE), look, stepMs, seed, openings);
        return Optional.of(paths.run(chosen, options.nullPaths()));
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
                options.keepsStrategyExits(),
                options.guard().holdout(),
                options.guard().resampling().resamples(),
                options.guard().resampling().meanBlock(),
                options.guard().resampling().seed(),
                reader.refusals().first());
    }
}
