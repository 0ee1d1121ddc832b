package io.exitbrain.acceptance.audit;

import io.exitbrain.audit.checks.Finding;
import io.exitbrain.audit.checks.Invariant;
import java.util.ArrayList;
import java.util.List;

/** Compares two runs of the same input, byte by byte. */
final class RunComparison {

    private RunComparison() {}

    /** At most one finding: the first line whose outputs differ. */
    static List<Finding> compare(Invariant invariant, List<List<Line>> one, List<List<Line>> other) {
        List<Finding> differences = new ArrayList<>();
        for (int i = 0; i < Math.max(one.size(), other.size()) && differences.isEmpty(); i++) {
            List<Line> a = i < one.size() ? one.get(i) : List.of();
            List<Line> b = i < other.size() ? other.get(i) : List.of();
            if (!a.equals(b)) {
                differences.add(
                        new Finding(invariant, "outputs of input line %d are %s and %s".formatted(i + 1, a, b)));
            }
        }
        return differences;
    }
}
