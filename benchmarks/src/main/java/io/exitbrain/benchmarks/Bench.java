package io.exitbrain.benchmarks;

import io.exitbrain.benchmarks.candidates.Kind;
import io.exitbrain.benchmarks.child.ChildBroker;
import io.exitbrain.benchmarks.child.ChildJvm;
import io.exitbrain.benchmarks.report.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The context of a run: its options, its time budget, its scratch folder and its results so far. */
record Bench(Options options, Budget budget, Path folder, Results results) {

    /** Starts a broker and records its settings. */
    ChildBroker broker(String name) throws IOException, InterruptedException {
        ChildBroker broker = ChildBroker.start(name, folder);
        results.describe("Broker", broker.settings());
        return broker;
    }

    /** The JVM flags of a candidate. With {@code --profile} the engine writes a flight recording. */
    List<String> flags(Kind candidate, String name) {
        List<String> flags = new ArrayList<>(ChildJvm.CANDIDATE_FLAGS);
        options.profile()
                .filter(into -> candidate == Kind.ENGINE)
                .map(into -> "-XX:StartFlightRecording=settings=profile,filename=" + into.resolve(name + ".jfr"))
                .ifPresent(flags::add);
        return List.copyOf(flags);
    }

    void progress(String message) {
        System.err.println(message);
    }
}
