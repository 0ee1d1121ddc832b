package io.exitbrain.acceptance.scenarios;

import io.exitbrain.acceptance.audit.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares outputs with the expected lines of a scenario: in order, for each topic and symbol. Of the events only the
 * alarms are compared, because the other events repeat the plans and commands.
 */
final class Comparison {

    private static final Set<String> ALARMS = Set.of("REFUSED", "UNPROTECTED", "PROTECTED", "REJECTED");

    private Comparison() {}

    /** One sentence for each difference; empty if there is none. {@code outputs} contain plan names. */
    static List<String> differences(List<ExpectedLine> expected, List<Line> outputs) {
        Map<String, List<ExpectedLine>> wanted = new LinkedHashMap<>();
        expected.forEach(line -> wanted.computeIfAbsent(stream(line.line()), stream -> new ArrayList<>())
                .add(line));
        Map<String, List<Line>> actual = new LinkedHashMap<>();
        outputs.stream()
                .filter(Comparison::isCompared)
                .forEach(line -> actual.computeIfAbsent(stream(line), stream -> new ArrayList<>())
                        .add(line));
        Set<String> streams = new LinkedHashSet<>(wanted.keySet());
        streams.addAll(actual.keySet());
        List<String> differences = new ArrayList<>();
        streams.forEach(stream -> compare(
                stream, wanted.getOrDefault(stream, List.of()), actual.getOrDefault(stream, List.of()), differences));
        return differences;
    }

    private static void compare(String stream, List<ExpectedLine> wanted, List<Line> actual, List<String> differences) {
        for (int i = 0; i < Math.min(wanted.size(), actual.size()); i++) {
            ExpectedLine line = wanted.get(i);
            Line output = actual.get(i);
            Optional<String> difference = line.missingIn(output);
            if (difference.isPresent()) {
                differences.add("%s, line %d: %s%n  expected %s%n  was      %s"
                        .formatted(stream, i + 1, difference.get(), line.line(), output));
            }
        }
        if (wanted.size() != actual.size()) {
            differences.add(
                    "%s: expected %d lines, was %d:%n  %s".formatted(stream, wanted.size(), actual.size(), actual));
        }
    }

    static boolean isCompared(Line line) {
        return !line.topic().endsWith("exit-events")
                || line.object()
                        .filter(value -> ALARMS.contains(value.path("event").asText()))
                        .isPresent();
    }

    static String stream(Line line) {
        return line.topic() + " of " + PlanNames.symbol(line);
    }
}
