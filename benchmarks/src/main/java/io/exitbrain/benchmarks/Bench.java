package io.exitbrain.benchmarks;

import io.exitbrain.benchmarks.candidates.Kind;
import io.exitbrain.benchmarks.child.ChildBroker;
import io.exitbrain.benchmarks.child.ChildJvm;
import io.exitbrain.benchmarks.report.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A run while it goes on: what it was told, the time it has, its scratch folder, and what was measured so far. */
record Bench(Options options, Budget budget, Path folder, Results results) {

    /** Starts a broker, and takes down how it is set. */
    ChildBroker broker(String name) throws IOException, InterruptedException {
        ChildBroker broker = ChildBroker.start(name, folder);
        results.describe("Broker", broker.settings());
        return broker;
    }

    /** The flags of a candidate; the engine is recorded where that was asked for. */
    List<String> flags(Kind candidate, String name) {
        List<String> flags = new ArrayList<>(ChildJvm.CANDIDATE_FLAGS);
        options.profile()
                .filter(into -> candidate == Kind.ENGINE)
                .map(into -> "-XX:StartFlightRecording=settings=profile,filename=" + into.resolve(name + ".jfr"))
                .ifPresent(flags::add);
        return List.copyOf(flags);
    }

    void say(String progress) {
        System.err.println(progress);
    }
}
