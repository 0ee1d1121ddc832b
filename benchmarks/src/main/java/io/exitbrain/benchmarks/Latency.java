package io.exitbrain.benchmarks;

import io.exitbrain.benchmarks.candidates.CandidateChild;
import io.exitbrain.benchmarks.candidates.Kind;
import io.exitbrain.benchmarks.candidates.Setup;
import io.exitbrain.benchmarks.child.ChildBroker;
import io.exitbrain.benchmarks.child.ChildJvm;
import io.exitbrain.benchmarks.latency.AnswerTimes;
import io.exitbrain.benchmarks.latency.LatencyChild;
import io.exitbrain.benchmarks.load.Load;
import io.exitbrain.benchmarks.report.Measure;
import io.exitbrain.benchmarks.report.MeasuredLines;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Measures how soon an answer is visible at constant rates. Engine and hand-written loop take turns, each with a fresh broker. */
final class Latency {

    static final List<Integer> RATES = List.of(5_000, 20_000);

    static final List<String> ANSWERS = List.of(AnswerTimes.COMMANDS, AnswerTimes.PLANS);

    private static final List<Kind> CANDIDATES = List.of(Kind.ENGINE, Kind.QUICK_DURABLE_LOOP);
    private static final int SYMBOLS = 1_000;

    private final Bench bench;

    /** How the time for latency is divided. */
    record Plan(int rounds, int warmUpSeconds, int measuredSeconds) {

        /** By then, on two cores, the compilers of broker and candidate have almost finished; after 20 s they still use a core. */
        static final int ENOUGH_WARM_UP = 50;

        private static final int START_SECONDS = 18;
        private static final int GOOD_MEASURED = 20;
        private static final int MIN_MEASURED = 5;
        private static final int MAX_MEASURED = 60;

        /** As many good rounds of {@code candidates} as fit the time; at least one, however short. */
        static Plan within(Duration time, int candidates, int rates) {
            int seconds = (int) time.toSeconds();
            int goodRound = candidates * (START_SECONDS + warmUps(ENOUGH_WARM_UP, rates) + rates * GOOD_MEASURED);
            int rounds = Math.max(1, seconds / goodRound);
            int each = seconds / rounds / candidates - START_SECONDS;
            int warmUp = Math.max(MIN_MEASURED, Math.min(ENOUGH_WARM_UP, each * 2 / 3));
            int measured = (each - warmUps(warmUp, rates)) / rates;
            return new Plan(rounds, warmUp, Math.max(MIN_MEASURED, Math.min(MAX_MEASURED, measured)));
        }

        /** A full warm-up, then a fifth of it for each further rate. */
        private static int warmUps(int first, int rates) {
            return first + (rates - 1) * Math.max(1, first / 5);
        }
    }

    Latency(Bench bench) {
        this.bench = bench;
    }

    static String group(int pricesPerSecond, String answer) {
        return AnswerTimes.group(pricesPerSecond, answer);
    }

    void run() throws IOException, InterruptedException, ExecutionException {
        Plan plan = Plan.within(bench.budget().leftInSection(), CANDIDATES.size(), RATES.size());
        if (plan.warmUpSeconds() < Plan.ENOUGH_WARM_UP) {
            bench.results()
                    .note("latency was warmed up for %d s only: the compiler was still busy; give the run more time"
                            .formatted(plan.warmUpSeconds()));
        }
        for (int round = 1; round <= plan.rounds(); round++) {
            for (int turn = 0; turn < CANDIDATES.size(); turn++) {
                measure(round, CANDIDATES.get((round - 1 + turn) % CANDIDATES.size()), plan);
            }
        }
    }

    private void measure(int round, Kind candidate, Plan plan)
            throws IOException, InterruptedException, ExecutionException {
        String name = "latency-%s-%d".formatted(candidate.label(), round);
        try (ChildBroker broker = bench.broker(name + "-broker")) {
            new Load(SYMBOLS, 0).produce(broker.bootstrapServers());
            Process serving = serving(name, candidate, broker).start();
            try {
                String output =
                        observing(name, broker, plan).runWithin(bench.budget().ofChild());
                add(name, candidate, MeasuredLines.byGroup(output));
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
                CandidateChild.class,
                CandidateChild.serving(
                        candidate,
                        new Setup(
                                broker.bootstrapServers(), name, bench.folder().resolve(name))));
    }

    private ChildJvm observing(String name, ChildBroker broker, Plan plan) {
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
            bench.progress("%s, %s: %s".formatted(name, group, values));
            bench.results().add(Section.LATENCY.label(), group, candidate.label(), values);
        });
    }
}
