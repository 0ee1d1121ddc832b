package io.exitbrain.acceptance.scenarios;

import io.exitbrain.acceptance.audit.Line;
import io.exitbrain.acceptance.audit.WholeFlow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A scenario for a broker that it shares with other scenarios: it has its own symbols and the times of today.
 *
 * @param suffix the end of its symbols
 * @param input its lines; reports contain the real plan ids
 */
record BrokerRun(Scenario scenario, String suffix, List<Line> input, List<ExpectedLine> expected) {

    /** The timestamps of the scenarios. */
    private static final Pattern TIME = Pattern.compile("\\b1764\\d{9}\\b");

    static BrokerRun of(Scenario scenario, String suffix, long laterByMs) {
        List<Line> moved = scenario.input().stream()
                .map(line -> moved(line, suffix, laterByMs))
                .toList();
        return new BrokerRun(
                scenario,
                suffix,
                resolved(scenario, moved),
                scenario.expected().stream()
                        .map(expected -> new ExpectedLine(moved(expected.line(), suffix, laterByMs)))
                        .toList());
    }

    private static Line moved(Line line, String suffix, long laterByMs) {
        String symbol = line.key().map(PlanNames::symbolOf).orElse("");
        return new Line(
                line.topic(),
                line.key().map(key -> key.replace(symbol, symbol + suffix)),
                line.value()
                        .map(text -> text.replace('"' + symbol + '"', '"' + symbol + suffix + '"'))
                        .map(text -> TIME.matcher(text)
                                .replaceAll(time -> String.valueOf(Long.parseLong(time.group()) + laterByMs))),
                line.reason(),
                line.timestamp() + laterByMs);
    }

    /** Plan ids depend only on the lines, so a run without a broker gives the ids. */
    private static List<Line> resolved(Scenario scenario, List<Line> lines) {
        PlanNames names = new PlanNames();
        List<Line> resolved = new ArrayList<>();
        try (WholeFlow engine =
                new WholeFlow(scenario.policyOrDefault(), lines.get(0).timestamp())) {
            for (Line line : lines) {
                resolved.add(names.resolved(line));
                engine.send(resolved.get(resolved.size() - 1)).forEach(names::named);
            }
        }
        return resolved;
    }

    List<Line> firstHalf() {
        return input.subList(0, input.size() / 2);
    }

    List<Line> secondHalf() {
        return input.subList(input.size() / 2, input.size());
    }

    /** The differences between the outputs and the expected lines. */
    List<String> differencesTo(List<Line> outputs) {
        PlanNames names = new PlanNames();
        String prefix = scenario.policy().isPresent() ? "shadow." : "";
        List<Line> own = outputs.stream()
                .filter(line -> PlanNames.symbol(line).endsWith(suffix)
                        && line.topic().startsWith("shadow.") == prefix.equals("shadow."))
                .map(names::named)
                .toList();
        List<ExpectedLine> expectedLines =
                expected.stream().filter(new FirstExits()::isNew).toList();
        FirstExits first = new FirstExits();
        return Comparison.differences(
                expectedLines, own.stream().filter(first::isNew).toList());
    }

    /** Keeps the first of equal EXIT commands. On a broker the wall clock moves between the lines, and the engine repeats an EXIT. */
    private static final class FirstExits {

        private final Set<String> seen = new HashSet<>();

        boolean isNew(ExpectedLine expected) {
            return isNew(expected.line());
        }

        boolean isNew(Line line) {
            return line.object()
                    .filter(value -> value.path("action").asText().equals("EXIT"))
                    .map(value -> seen.add(
                            PlanNames.symbol(line) + value.path("commandId").asText()))
                    .orElse(true);
        }
    }
}
