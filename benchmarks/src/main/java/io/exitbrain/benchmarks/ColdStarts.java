package io.exitbrain.benchmarks;

import io.exitbrain.benchmarks.candidates.Kind;
import io.exitbrain.benchmarks.report.Measure;
import io.exitbrain.benchmarks.report.Results;
import java.util.List;
import java.util.Optional;

/** What is measured while the compiler of the JVM is busy is a start, not what a price costs. */
final class ColdStarts {

    private static final double MOST_PERCENT = 25;

    private ColdStarts() {}

    /** Says which of {@code candidates} were measured while they started; empty where none was. */
    static Optional<String> among(Results results, String load, List<Kind> candidates) {
        List<String> cold = candidates.stream()
                .map(Kind::label)
                .filter(candidate -> compilerPercent(results, load, candidate) > MOST_PERCENT)
                .toList();
        return cold.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "the compiler was at work for more than %.0f %% of the measured time of %s at %s; give the run more time"
                                .formatted(MOST_PERCENT, String.join(", ", cold), load));
    }

    private static double compilerPercent(Results results, String load, String candidate) {
        return results.median(Section.THROUGHPUT.label(), load, candidate, Measure.COMPILER)
                .orElse(0);
    }
}
