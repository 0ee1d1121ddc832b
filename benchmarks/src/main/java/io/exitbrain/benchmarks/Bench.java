package io.exitbrain.benchmarks;

import io.exitbrain.benchmarks.child.ChildBroker;
import io.exitbrain.benchmarks.report.Results;
import java.io.IOException;
import java.nio.file.Path;

/** A run while it goes on: what it was told, the time it has, its scratch folder, and what was measured so far. */
record Bench(Options options, Budget budget, Path folder, Results results) {

    /** Starts a broker, and takes down how it is set. */
    ChildBroker broker(String name) throws IOException, InterruptedException {
        ChildBroker broker = ChildBroker.start(name, folder);
        results.describe("Broker", broker.settings());
        return broker;
    }

    void say(String progress) {
        System.err.println(progress);
    }
}
