package io.exitbrain.benchmarks;

import io.exitbrain.benchmarks.candidates.Kind;
import io.exitbrain.benchmarks.report.Measure;
import io.exitbrain.benchmarks.report.Results;
import java.util.List;
import java.util.Optional;

/** Finds candidates that were measured while the JIT compiler was busy. Such a number is the cost of a start, not of a price. */
final class ColdStarts {

    private static final double MAX_PERCENT = 25;

    private ColdStarts() {}

    /** A note that names the candidates measured during their start; empty if there are none. */
    static Optional<String> among(Results results, String load, List<Kind> candidates) {
        List<String> cold = candidates.stream()
                .map(Kind::label)
                .filter(candidate -> compilerPercent(results, load, candidate) > MAX_PERCENT)
                .toList();
        return cold.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "the compiler was busy for more than %.0f %% of the measured time of %s at %s; give the run more time"
                                .formatted(MAX_PERCENT, String.join(", ", cold), load));
    }

    private static double compilerPercent(Results results, String load, String candidate) {
        return results.median(Section.THROUGHPUT.label(), load, candidate, Measure.COMPILER)
                .orElse(0);
    }
}
