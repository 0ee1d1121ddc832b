package io.exitbrain.benchmarks;

import io.exitbrain.benchmarks.report.Results;
import java.nio.file.Path;

/** A run while it goes on: what it was told, the time it has, its scratch folder, and what was measured so far. */
record Bench(Options options, Budget budget, Path folder, Results results) {

    void say(String progress) {
        System.err.println(progress);
    }
}
