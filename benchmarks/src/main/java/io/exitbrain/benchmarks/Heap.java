package io.exitbrain.benchmarks;

import io.exitbrain.benchmarks.candidates.Setup;
import io.exitbrain.benchmarks.child.ChildBroker;
import io.exitbrain.benchmarks.child.ChildJvm;
import io.exitbrain.benchmarks.load.Load;
import io.exitbrain.benchmarks.report.Measure;
import io.exitbrain.benchmarks.report.MeasuredLines;
import io.exitbrain.benchmarks.report.Results.Sample;
import io.exitbrain.benchmarks.state.StateChild;
import io.exitbrain.benchmarks.state.StateChild.Task;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Measures the heap of a symbol with a plan: the heap of an engine with many symbols minus that of an engine without any. */
final class Heap {

    static final Load LOAD = new Load(100_000, 200_000);

    static final String GROUP = LOAD.label() + " with a plan";

    private final Bench bench;

    Heap(Bench bench) {
        this.bench = bench;
    }

    void run() throws IOException, InterruptedException, ExecutionException {
        try (ChildBroker broker = bench.broker("heap-broker")) {
            Map<Measure, Double> without = used("heap-without", broker, 0);
            LOAD.produce(broker.bootstrapServers());
            Map<Measure, Double> with = used("heap-with", broker, LOAD.symbols() + LOAD.prices());
            double bytes = (MeasuredLines.value(with, Measure.USED) - MeasuredLines.value(without, Measure.USED))
                    / LOAD.symbols();
            bench.progress("%s: %,.0f".formatted(Measure.HEAP.label(), bytes));
            bench.results().add(new Sample(Section.HEAP.label(), GROUP, "engine", Measure.HEAP, bytes));
        }
    }

    private Map<Measure, Double> used(String name, ChildBroker broker, long inputs)
            throws IOException, InterruptedException {
        Setup setup = new Setup(broker.bootstrapServers(), name, bench.folder().resolve(name));
        ChildJvm child = new ChildJvm(
                name,
                bench.folder(),
                ChildJvm.CANDIDATE_FLAGS,
                StateChild.class,
                StateChild.arguments(Task.HEAP, setup, 0, inputs));
        return MeasuredLines.in(child.runWithin(bench.budget().ofChild()));
    }
}
