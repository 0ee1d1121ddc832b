package io.exitbrain.benchmarks;

import io.exitbrain.benchmarks.candidates.Kind;
import io.exitbrain.benchmarks.load.Load;
import io.exitbrain.benchmarks.report.Goal;
import io.exitbrain.benchmarks.report.Measure;
import io.exitbrain.benchmarks.report.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The goals of the engine with the values of this run. A goal whose value was not measured is left out. */
final class Goals {

    private static final Kind LOOP = Kind.QUICK_DURABLE_LOOP;
    private static final String ENGINE = Kind.ENGINE.label();

    private final Results results;
    private final List<Goal> goals = new ArrayList<>();

    private Goals(Results results) {
        this.results = results;
    }

    static List<Goal> of(Results results, List<Integer> symbols) {
        Goals goals = new Goals(results);
        goals.throughput(symbols);
        goals.latency();
        goals.state();
        return List.copyOf(goals.goals);
    }

    private void throughput(List<Integer> symbols) {
        List<String> loads =
                symbols.stream().map(count -> new Load(count, 0).label()).toList();
        loads.forEach(this::throughputOf);
        manySymbols(loads.get(0), loads.get(loads.size() - 1));
    }

    private void throughputOf(String load) {
        atMost("engine / floor, CPU a price, " + load, 1.6, cpuRatio(load, Kind.ENGINE, Kind.FLOOR));
        atMost("engine / jackson-loop, CPU a price, " + load, 0.8, cpuRatio(load, Kind.ENGINE, Kind.JACKSON_LOOP));
        atLeast(
                "engine / byte-durable-loop, prices/s, " + load,
                0.85,
                Goal.ratio(
                        throughput(load, Kind.ENGINE, Measure.RATE),
                        throughput(load, Kind.BYTE_DURABLE_LOOP, Measure.RATE)));
        atLeast("textbook / engine, CPU a price, " + load, 4, cpuRatio(load, Kind.TEXTBOOK, Kind.ENGINE));
        atMost("quiet-intake / intake, CPU a price, " + load, 1.05, cpuRatio(load, Kind.QUIET_INTAKE, Kind.INTAKE));
    }

    private void manySymbols(String few, String many) {
        if (!many.equals(few)) {
            atMost(
                    "engine at %s / at %s, CPU a price".formatted(many, few),
                    1.25,
                    Goal.ratio(throughput(many, Kind.ENGINE, Measure.CPU), throughput(few, Kind.ENGINE, Measure.CPU)));
        }
    }

    /** The goals in milliseconds apply to the lower rate; the ratios to the loop apply to both. */
    private void latency() {
        for (int rate : Latency.RATES) {
            for (String answer : Latency.ANSWERS) {
                String group = Latency.group(rate, answer);
                OptionalDouble p50 = latency(group, Kind.ENGINE, Measure.P50);
                OptionalDouble p99 = latency(group, Kind.ENGINE, Measure.P99);
                if (rate == Latency.RATES.get(0)) {
                    atMost(group + ", p50 ms", 8, p50);
                    atMost(group + ", p99 ms", 25, p99);
                }
                atMost(group + ", p50 engine / loop", 1.3, Goal.ratio(p50, latency(group, LOOP, Measure.P50)));
                atMost(group + ", p99 engine / loop", 1.3, Goal.ratio(p99, latency(group, LOOP, Measure.P99)));
            }
        }
    }

    private OptionalDouble latency(String group, Kind candidate, Measure measure) {
        return results.median(Section.LATENCY.label(), group, candidate.label(), measure);
    }

    private void state() {
        int largest = Restore.SIZES.get(Restore.SIZES.size() - 1);
        atMost(
                "restore of %s, s".formatted(Restore.group(largest)),
                1.5,
                results.median(Section.RESTORE.label(), Restore.group(largest), ENGINE, Measure.RESTORE));
        atMost(
                "heap of a symbol with a plan, bytes",
                1024,
                results.median(Section.HEAP.label(), Heap.GROUP, ENGINE, Measure.HEAP));
    }

    private OptionalDouble cpuRatio(String load, Kind above, Kind below) {
        return Goal.ratio(throughput(load, above, Measure.CPU), throughput(load, below, Measure.CPU));
    }

    private OptionalDouble throughput(String load, Kind candidate, Measure measure) {
        return results.median(Section.THROUGHPUT.label(), load, candidate.label(), measure);
    }

    private void atMost(String name, double bound, OptionalDouble value) {
        value.ifPresent(measured -> goals.add(Goal.atMost(name, bound, measured)));
    }

    private void atLeast(String name, double bound, OptionalDouble value) {
        value.ifPresent(measured -> goals.add(Goal.atLeast(name, bound, measured)));
    }
}
