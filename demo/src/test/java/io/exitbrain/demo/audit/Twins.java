package io.exitbrain.demo.audit;

import java.util.ArrayList;
import java.util.List;

/** Two runs over the same input: what came must be the same, byte for byte. */
final class Twins {

    private Twins() {}

    /** At most one finding: the first line after which the two differ. */
    static List<Finding> compare(Invariant invariant, List<List<Line>> one, List<List<Line>> other) {
        List<Finding> differences = new ArrayList<>();
        for (int i = 0; i < Math.max(one.size(), other.size()) && differences.isEmpty(); i++) {
            List<Line> a = i < one.size() ? one.get(i) : List.of();
            List<Line> b = i < other.size() ? other.get(i) : List.of();
            if (!a.equals(b)) {
                differences.add(new Finding(invariant, "input line %d led to %s and to %s".formatted(i + 1, a, b)));
            }
        }
        return differences;
    }
}
