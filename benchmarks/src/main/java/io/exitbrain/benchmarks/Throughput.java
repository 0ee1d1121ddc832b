package io.exitbrain.benchmarks;

import io.exitbrain.benchmarks.candidates.CandidateChild;
import io.exitbrain.benchmarks.candidates.Kind;
import io.exitbrain.benchmarks.candidates.Setup;
import io.exitbrain.benchmarks.child.BrokerTopics;
import io.exitbrain.benchmarks.child.ChildBroker;
import io.exitbrain.benchmarks.child.ChildJvm;
import io.exitbrain.benchmarks.load.Load;
import io.exitbrain.benchmarks.report.Measure;
import io.exitbrain.benchmarks.report.MeasuredLines;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * Measures the cost of a price for each candidate. Every load has a broker of its own. In each round the candidates take turns, and each
 * candidate reads all loads.
 */
final class Throughput {

    private static final Duration MIN_TIME_TO_MEASURE = Duration.ofSeconds(10);

    private final Bench bench;

    /** A load and the broker that stores it. */
    private record Prepared(Load load, ChildBroker broker) {}

    Throughput(Bench bench) {
        this.bench = bench;
    }

    void run() throws IOException, InterruptedException, ExecutionException {
        List<Prepared> loads = new ArrayList<>();
        try {
            for (int symbols : bench.options().symbols()) {
                loads.add(prepare(new Load(symbols, bench.options().pricesOf(symbols))));
            }
            rounds(loads);
            loads.forEach(prepared -> noteColdStarts(prepared.load()));
        } finally {
            loads.forEach(prepared -> prepared.broker().close());
        }
    }

    private void noteColdStarts(Load load) {
        ColdStarts.among(bench.results(), load.label(), bench.options().candidates())
                .ifPresent(bench.results()::note);
    }

    private Prepared prepare(Load load) throws IOException, InterruptedException, ExecutionException {
        bench.progress("producing %,d prices of %s ...".formatted(load.prices(), load.label()));
        ChildBroker broker = bench.broker("broker-" + load.symbols());
        Prepared prepared = new Prepared(load, broker);
        load.produce(broker.bootstrapServers());
        return prepared;
    }

    private void rounds(List<Prepared> loads) throws IOException, InterruptedException {
        Duration longest = Duration.ZERO;
        for (int round = 1; isWanted(round, longest); round++) {
            long start = System.nanoTime();
            for (Kind candidate : bench.options().candidates()) {
                for (Prepared prepared : loads) {
                    measureInTime(round, prepared, candidate);
                }
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            longest = took.compareTo(longest) > 0 ? took : longest;
        }
    }

    /** The first round always; then the number that was asked for, or as many as fit the time. */
    private boolean isWanted(int round, Duration longest) {
        return round == 1
                || bench.options()
                        .rounds()
                        .map(rounds -> round <= rounds)
                        .orElseGet(() -> longest.compareTo(bench.budget().leftInSection()) <= 0);
    }

    /** Without time the candidate is left out, with a note. */
    private void measureInTime(int round, Prepared prepared, Kind candidate) throws IOException, InterruptedException {
        if (bench.budget().left().compareTo(MIN_TIME_TO_MEASURE) > 0) {
            measure(round, prepared, candidate);
        } else {
            bench.results()
                    .note("no time was left for %s at %s in round %d; give the run more time"
                            .formatted(candidate.label(), prepared.load().label(), round));
        }
    }

    private void measure(int round, Prepared prepared, Kind candidate) throws IOException, InterruptedException {
        String name = "%s-%d-%d".formatted(candidate.label(), prepared.load().symbols(), round);
        ChildJvm jvm = new ChildJvm(
                name,
                bench.folder(),
                bench.flags(candidate, name),
                CandidateChild.class,
                CandidateChild.measuring(
                        candidate, setup(name, prepared), prepared.load().prices()));
        Map<Measure, Double> measured =
                MeasuredLines.in(jvm.runWithin(bench.budget().ofChild()));
        report(round, prepared, candidate, measured);
        BrokerTopics.deleteOf(prepared.broker().bootstrapServers(), name);
    }

    private Setup setup(String name, Prepared prepared) {
        return new Setup(
                prepared.broker().bootstrapServers(), name, bench.folder().resolve(name));
    }

    private void report(int round, Prepared prepared, Kind candidate, Map<Measure, Double> measured) {
        bench.progress("round %d, %s: %-21s %,10.0f prices/s %6.2f us CPU"
                .formatted(
                        round,
                        prepared.load().label(),
                        candidate.label(),
                        MeasuredLines.value(measured, Measure.RATE),
                        MeasuredLines.value(measured, Measure.CPU)));
        bench.results().add(Section.THROUGHPUT.label(), prepared.load().label(), candidate.label(), measured);
    }
}
