package io.exitbrain.demo.scenarios;

import io.exitbrain.demo.audit.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what came with what a scenario expects: line by line, in order, topic by topic and symbol by symbol. Of the events only the
 * alarms are compared; the others tell what the plans and commands say already.
 */
final class Comparison {

    private static final Set<String> ALARMS = Set.of("REFUSED", "UNPROTECTED", "PROTECTED", "REJECTED");

    private Comparison() {}

    /** A sentence for each difference; empty where all is as expected. {@code outputs} have plan names. */
    static List<String> differences(List<Expected> expected, List<Line> outputs) {
        Map<String, List<Expected>> wanted = new LinkedHashMap<>();
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

    private static void compare(String stream, List<Expected> wanted, List<Line> actual, List<String> differences) {
        for (int i = 0; i < Math.min(wanted.size(), actual.size()); i++) {
            Expected line = wanted.get(i);
            Line came = actual.get(i);
            Optional<String> difference = line.missingIn(came);
            if (difference.isPresent()) {
                differences.add("%s, line %d: %s%n  expected %s%n  came     %s"
                        .formatted(stream, i + 1, difference.get(), line.line(), came));
            }
        }
        if (wanted.size() != actual.size()) {
            differences.add(
                    "%s: expected %d lines, came %d:%n  %s".formatted(stream, wanted.size(), actual.size(), actual));
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
