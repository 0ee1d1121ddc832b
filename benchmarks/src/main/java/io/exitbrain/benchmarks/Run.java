package io.exitbrain.benchmarks;

import io.exitbrain.benchmarks.candidates.EngineSettings;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import org.openjdk.jmh.runner.RunnerException;

/** Runs the sections of a run one after the other. */
final class Run {

    private final Bench bench;

    Run(Bench bench) {
        this.bench = bench;
    }

    void all() throws IOException, InterruptedException, ExecutionException, RunnerException {
        EngineSettings.described().forEach(bench.results()::describe);
        for (Section section : Section.values()) {
            if (bench.options().sections().contains(section)) {
                bench.budget().begin(section);
                one(section);
            }
        }
    }

    private void one(Section section) throws IOException, InterruptedException, ExecutionException, RunnerException {
        switch (section) {
            case LATENCY -> new Latency(bench).run();
            case RESTORE -> new Restore(bench).run();
            case HEAP -> new Heap(bench).run();
            case PIECES -> new Pieces(bench).run();
            case THROUGHPUT -> new Throughput(bench).run();
        }
    }
}
