package io.exitbrain.benchmarks;

import io.exitbrain.benchmarks.pieces.PriceParse;
import io.exitbrain.benchmarks.pieces.StateCodec;
import io.exitbrain.benchmarks.pieces.StopEvaluation;
import io.exitbrain.benchmarks.report.Measure;
import io.exitbrain.benchmarks.report.Results.Sample;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures single steps of processing a price with JMH, each in a JVM of its own. */
final class Pieces {

    private static final List<Class<?>> ALL = List.of(PriceParse.class, StopEvaluation.class, StateCodec.class);
    private static final int METHODS = 8;
    private static final int ITERATIONS = 5;
    private static final int STARTING_MS = 1_000;
    private static final long MIN_MS = 50;
    private static final long MAX_MS = 1_000;

    private final Bench bench;

    Pieces(Bench bench) {
        this.bench = bench;
    }

    void run() throws RunnerException {
        bench.progress("measuring the pieces ...");
        for (RunResult result : new Runner(options()).run()) {
            String[] name = result.getParams().getBenchmark().split("\\.", -1);
            bench.results()
                    .add(new Sample(
                            Section.PIECES.label(),
                            name[name.length - 2],
                            name[name.length - 1],
                            Measure.NANOS,
                            result.getPrimaryResult().getScore()));
        }
    }

    private org.openjdk.jmh.runner.options.Options options() {
        TimeValue iteration = TimeValue.milliseconds(
                iterationMs(bench.budget().leftInSection().toMillis()));
        OptionsBuilder options = new OptionsBuilder();
        ALL.forEach(pieces -> options.include(pieces.getName()));
        return options.forks(1)
                .warmupIterations(ITERATIONS)
                .warmupTime(iteration)
                .measurementIterations(ITERATIONS)
                .measurementTime(iteration)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .jvmArgs("-Xmx512m", "-XX:+UseSerialGC")
                .build();
    }

    /** The length of one iteration so that all iterations fit {@code millis}. */
    static long iterationMs(long millis) {
        long each = millis / METHODS - STARTING_MS;
        return Math.max(MIN_MS, Math.min(MAX_MS, each / (2 * ITERATIONS)));
    }
}
