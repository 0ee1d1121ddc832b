package io.exitbrain.benchmarks;

import io.exitbrain.benchmarks.candidates.Kind;
import io.exitbrain.benchmarks.candidates.ServingChild;
import io.exitbrain.benchmarks.child.ChildBroker;
import io.exitbrain.benchmarks.child.ChildJvm;
import io.exitbrain.benchmarks.latency.Answers;
import io.exitbrain.benchmarks.latency.LatencyChild;
import io.exitbrain.benchmarks.load.Load;
import io.exitbrain.benchmarks.report.Measure;
import io.exitbrain.benchmarks.report.Measured;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** How soon an answer is visible, at steady rates: engine and hand-written loop take turns, each with a broker that is as cold as the other's. */
final class Latency {

    static final List<Integer> RATES = List.of(5_000, 20_000);

    static final List<String> ANSWERS = List.of(Answers.COMMANDS, Answers.PLANS);

    private static final List<Kind> CANDIDATES = List.of(Kind.ENGINE, Kind.QUICK_DURABLE_LOOP);
    private static final int SYMBOLS = 1_000;

    private final Bench bench;

    Latency(Bench bench) {
        this.bench = bench;
    }

    static String group(int pricesPerSecond, String what) {
        return Answers.group(pricesPerSecond, what);
    }

    void run() throws IOException, InterruptedException, ExecutionException {
        LatencyPlan plan = LatencyPlan.within(bench.budget().leftInSection(), CANDIDATES.size(), RATES.size());
        if (plan.warmUpSeconds() < LatencyPlan.ENOUGH_WARM_UP) {
            bench.results()
                    .note("latency was warmed up for %d s only: the compiler still was at work; give the run more time"
                            .formatted(plan.warmUpSeconds()));
        }
        for (int round = 1; round <= plan.rounds(); round++) {
            for (int turn = 0; turn < CANDIDATES.size(); turn++) {
                measure(round, CANDIDATES.get((round - 1 + turn) % CANDIDATES.size()), plan);
            }
        }
    }

    private void measure(int round, Kind candidate, LatencyPlan plan)
            throws IOException, InterruptedException, ExecutionException {
        String name = "latency-%s-%d".formatted(candidate.label(), round);
        try (ChildBroker broker = bench.broker(name + "-broker")) {
            new Load(SYMBOLS, 0).produce(broker.bootstrapServers());
            Process serving = serving(name, candidate, broker).start();
            try {
                String output =
                        observing(name, broker, plan).runWithin(bench.budget().ofChild());
                add(name, candidate, Measured.byGroup(output));
            } finally {
                ChildJvm.end(serving);
            }
        }
    }

    private ChildJvm serving(String name, Kind candidate, ChildBroker broker) {
        return new ChildJvm(
                name,
                bench.folder(),
                bench.flags(candidate, name),
                ServingChild.class,
                List.of(
                        candidate.name(),
                        broker.bootstrapServers(),
                        name,
                        bench.folder().resolve(name).toString()));
    }

    private ChildJvm observing(String name, ChildBroker broker, LatencyPlan plan) {
        return new ChildJvm(
                name + "-observer",
                bench.folder(),
                List.of("-Xms512m", "-Xmx512m"),
                LatencyChild.class,
                LatencyChild.arguments(
                        broker.bootstrapServers(), SYMBOLS, plan.warmUpSeconds(), plan.measuredSeconds(), RATES));
    }

    private void add(String name, Kind candidate, Map<String, Map<Measure, Double>> measured) {
        measured.forEach((group, values) -> {
            bench.say("%s, %s: %s".formatted(name, group, values));
            bench.results().add(Section.LATENCY.label(), group, candidate.label(), values);
        });
    }
}
