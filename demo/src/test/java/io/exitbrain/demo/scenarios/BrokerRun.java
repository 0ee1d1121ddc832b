package io.exitbrain.demo.scenarios;

import io.exitbrain.demo.audit.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A scenario made ready for a broker that it shares with others: symbols of its own, times of today. The lines of all scenarios are
 * sent in the order of their timestamps, which is the order in which the engine reads what waits on several topics.
 *
 * @param suffix what its symbols end with
 */
record BrokerRun(Scenario scenario, String suffix, long laterByMs) {

    /** Times of the scenarios: milliseconds of this one day. */
    private static final Pattern TIME = Pattern.compile("\\b1764\\d{9}\\b");

    List<Line> input() {
        return scenario.input().stream().map(this::moved).toList();
    }

    List<Expected> expected() {
        return scenario.expected().stream()
                .map(expected -> new Expected(moved(expected.line())))
                .toList();
    }

    private Line moved(Line line) {
        String value = line.value().orElse("");
        String symbol = line.key().map(PlanNames::symbolOf).orElse("");
        String renamed = value.replace("\"" + symbol + "\"", "\"" + symbol + suffix + "\"");
        String later =
                TIME.matcher(renamed).replaceAll(time -> String.valueOf(Long.parseLong(time.group()) + laterByMs));
        return new Line(
                line.topic(),
                line.key().map(key -> key.replace(symbol, symbol + suffix)),
                line.value().map(text -> later),
                line.reason(),
                line.timestamp() + laterByMs);
    }

    /** Whether {@code output} is about one of its symbols. */
    boolean owns(Line output) {
        return PlanNames.symbol(output).endsWith(suffix);
    }

    static List<Line> merged(List<BrokerRun> runs) {
        return runs.stream()
                .flatMap(run -> run.input().stream())
                .sorted(Comparator.comparingLong(Line::timestamp))
                .toList();
    }

    /** The outputs without the repetitions of an EXIT: on a broker time passes between the lines. */
    static List<Line> withoutRepeatedExits(List<Line> outputs) {
        List<Line> kept = new ArrayList<>();
        Set<String> seen = new java.util.HashSet<>();
        for (Line output : outputs) {
            boolean repeats = output.object()
                    .filter(value -> value.path("action").asText().equals("EXIT"))
                    .filter(value -> !seen.add(value.path("commandId").asText()))
                    .isPresent();
            Stream.of(output).filter(line -> !repeats).forEach(kept::add);
        }
        return kept;
    }
}
