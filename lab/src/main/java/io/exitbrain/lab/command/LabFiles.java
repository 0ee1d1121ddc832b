package io.exitbrain.lab.command;

import io.exitbrain.lab.guard.Comparison;
import io.exitbrain.lab.result.LabResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/** What a run leaves behind. */
record LabFiles(Optional<Path> html, Optional<Path> json, Optional<Path> csv) {

    void write(LabResult result, PrintWriter terminal) {
        terminal.println(result.judgement().verdict());
        for (Comparison comparison : result.judgement().comparisons()) {
            terminal.println(comparison.policy() + " " + comparison.paired().mean() + " " + comparison.evidence());
        }
        result.measures()
                .forEach(row -> terminal.println(row.policy() + " n=" + row.trades() + " closed=" + row.closed()
                        + " mean=" + row.results().mean() + " " + row.exits()));
        terminal.println(result.simulated().counts());
        terminal.println(result.simulated().fidelity().shareOfEqualMoves() + " "
                + result.simulated().fidelity().firstDifference());
        result.nullRun().ifPresent(run -> terminal.println("null " + run.recorded() + " share " + run.share()));
    }
}
