package io.exitbrain.lab.report;

import io.exitbrain.lab.costs.Costs;
import io.exitbrain.lab.guard.Difference;
import io.exitbrain.lab.guard.Grid;
import io.exitbrain.lab.guard.Grid.Axis;
import io.exitbrain.lab.guard.Grid.Cell;
import io.exitbrain.lab.guard.Guard;
import io.exitbrain.lab.guard.GuardSettings;
import io.exitbrain.lab.guard.History;
import io.exitbrain.lab.guard.Judgement;
import io.exitbrain.lab.guard.Plateau;
import io.exitbrain.lab.measures.PolicyMeasures;
import io.exitbrain.lab.result.DrawnTrade;
import io.exitbrain.lab.result.LabResult;
import io.exitbrain.lab.result.NullRun;
import io.exitbrain.lab.result.Setup;
import io.exitbrain.lab.result.Setup.PolicySource;
import io.exitbrain.lab.simulation.NamedPolicy;
import io.exitbrain.lab.simulation.Simulated;
import io.exitbrain.lab.simulation.StrategyFills;
import io.exitbrain.lab.statistics.Resampling;
import io.exitbrain.lab.trade.PolicyTrades;
import io.exitbrain.lab.trade.Trade;
import io.exitbrain.topology.policy.PolicyFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the lab finds in a random recording. */
final class RandomResult {

    private static final Resampling RESAMPLING = new Resampling(200, 1, 1);
    private static final GuardSettings SETTINGS = new GuardSettings(0.3, 10, 5, Duration.ofHours(12), RESAMPLING);

    /** The holdout and the embargo leave enough days for a verdict. */
    static final int DAYS = 28;

    private static final int PER_DAY = 4;

    private final RandomRecording recording;
    private final List<NamedPolicy> policies = new ArrayList<>();
    private final List<PolicySource> sources = new ArrayList<>();
    private Optional<Grid> grid = Optional.empty();
    private Optional<NullRun> nullRun = Optional.empty();

    private RandomResult(RandomRecording recording) {
        this.recording = recording;
    }

    static RandomResult of(long seed) {
        return ofDays(seed, DAYS);
    }

    static RandomResult ofDays(long seed, int days) {
        return new RandomResult(RandomRecording.of(seed, days, PER_DAY));
    }

    /** A result of one trade that is still open. */
    static RandomResult ofAnOpenTrade() {
        return new RandomResult(RandomRecording.ofAnOpenTrade());
    }

    RandomResult with(String name, String yaml) {
        policies.add(new NamedPolicy(name, PolicyFile.read(name, yaml)));
        sources.add(new PolicySource(name, name + ".yaml", yaml, "0".repeat(64)));
        return this;
    }

    /** A policy whose only difference is its trail. */
    RandomResult withTrail(String name, String activation, String callback) {
        return with(
                name,
                "profiles: {NORMAL: {take-profit: [], trailing: {activate: {at-r: %s}, callback-pct: %s}}}\n"
                        .formatted(activation, callback));
    }

    /** A sweep over activation and callback; {@code callbacks} may have one value. */
    RandomResult withSweep(List<String> activations, List<String> callbacks) {
        List<Cell> cells = new ArrayList<>();
        for (int a = 0; a < activations.size(); a++) {
            for (int c = 0; c < callbacks.size(); c++) {
                String name = activations.get(a) + " R, " + callbacks.get(c);
                withTrail(name, activations.get(a), callbacks.get(c));
                cells.add(new Cell(List.of(a, c), name));
            }
        }
        grid = Optional.of(
                new Grid(List.of(new Axis("activate.at-r", activations), new Axis("callback-pct", callbacks)), cells));
        return this;
    }

    RandomResult withNullRun(String policy) {
        nullRun =
                Optional.of(new NullRun(policy, 8, List.of(-0.2, -0.1, -0.05, 0.0, 0.02, 0.05, 0.1, 0.3), 0.04, 0.375));
        return this;
    }

    LabResult result() {
        Simulated simulated = recording.run(Costs.DEFAULT, policies);
        List<PolicyTrades> all = simulated.policies();
        Guard guard = Guard.of(SETTINGS);
        Judgement judgement = guard.judge(all.get(0), all.subList(1, all.size()), History.NONE);
        List<PolicyMeasures> measures = all.stream()
                .map(policy -> PolicyMeasures.of(judgement.split().inSample(policy), RESAMPLING))
                .toList();
        return new LabResult(
                setup(),
                simulated,
                measures,
                judgement,
                grid,
                grid.map(cells -> Plateau.of(cells, judgement)),
                nullRun,
                drawn(simulated, judgement));
    }

    private Setup setup() {
        return new Setup(
                "1.0",
                List.of("<b>november</b>.jsonl"),
                "f".repeat(64),
                RandomRecording.START,
                RandomRecording.START + Duration.ofDays(DAYS).toMillis(),
                sources,
                Costs.DEFAULT,
                "built-in rates",
                false,
                RandomRecording.HORIZON,
                StrategyFills.DEFAULT,
                0.3,
                RESAMPLING.resamples(),
                RESAMPLING.meanBlock(),
                RESAMPLING.seed(),
                List.of());
    }

    private List<DrawnTrade> drawn(Simulated simulated, Judgement judgement) {
        return judgement.comparisons().stream()
                .filter(comparison ->
                        judgement.chosen().filter(comparison.policy()::equals).isPresent())
                .flatMap(comparison -> comparison.paired().largest().stream()
                        .map(difference -> drawn(simulated, comparison.policy(), difference)))
                .toList();
    }

    private DrawnTrade drawn(Simulated simulated, String policy, Difference difference) {
        Trade baseline = trade(simulated.policies().get(0), difference.number());
        Trade other = simulated.policies().stream()
                .filter(each -> each.policy().equals(policy))
                .map(each -> trade(each, difference.number()))
                .findFirst()
                .orElseThrow();
        return new DrawnTrade(
                baseline.opening(),
                marks(baseline, other),
                stops(baseline, 0.025),
                stops(other, 0.02),
                baseline.ending(),
                other.ending(),
                difference.baseline(),
                difference.policy());
    }

    private static Trade trade(PolicyTrades policy, int number) {
        return policy.trades().stream()
                .filter(trade -> trade.opening().number() == number)
                .findFirst()
                .orElseThrow();
    }

    private List<DrawnTrade.Point> marks(Trade one, Trade two) {
        long from = one.opening().time() - 10_000;
        long until = Math.max(one.ending().time(), two.ending().time());
        return recording.marks().stream()
                .filter(mark -> mark.time() >= from && mark.time() <= until)
                .toList();
    }

    /** Stops that could have been: at the opening, and nearer later. */
    private static List<DrawnTrade.Point> stops(Trade trade, double distance) {
        double away = trade.opening().entry()
                * distance
                * (trade.opening().side().name().equals("LONG") ? 1 : -1);
        return List.of(
                new DrawnTrade.Point(trade.opening().time(), trade.opening().entry() - away),
                new DrawnTrade.Point(
                        (trade.opening().time() + trade.ending().time()) / 2,
                        trade.opening().entry() - away / 2));
    }
}
