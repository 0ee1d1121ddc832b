package io.exitbrain.demo.scenarios;

import io.exitbrain.demo.audit.Line;
import io.exitbrain.demo.audit.WholeFlow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A scenario made ready for a broker that it shares with others: symbols of its own, times of today.
 *
 * @param suffix what its symbols end with
 * @param input its lines; reports name the ids that the plans will have
 */
record BrokerRun(Scenario scenario, String suffix, List<Line> input, List<Expected> expected) {

    /** Times of the scenarios: milliseconds of these days. */
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
                        .map(expected -> new Expected(moved(expected.line(), suffix, laterByMs)))
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

    /** Ids are the same wherever the same lines are played: without a broker they are known at once. */
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

    /** How what came differs from what was expected. */
    List<String> differencesTo(List<Line> outputs) {
        PlanNames names = new PlanNames();
        String prefix = scenario.policy().isPresent() ? "shadow." : "";
        List<Line> own = outputs.stream()
                .filter(line -> PlanNames.symbol(line).endsWith(suffix)
                        && line.topic().startsWith("shadow.") == prefix.equals("shadow."))
                .map(names::named)
                .toList();
        List<Expected> wanted =
                expected.stream().filter(new FirstExits()::isNew).toList();
        FirstExits first = new FirstExits();
        return Comparison.differences(wanted, own.stream().filter(first::isNew).toList());
    }

    /** Lets each EXIT through once: on a broker time passes between the lines, and an EXIT is repeated as it does. */
    private static final class FirstExits {

        private final Set<String> seen = new HashSet<>();

        boolean isNew(Expected expected) {
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
