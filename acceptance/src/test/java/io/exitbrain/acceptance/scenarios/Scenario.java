package io.exitbrain.acceptance.scenarios;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.acceptance.audit.Line;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.policy.PolicyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A scenario of {@code scenarios/}: input lines and expected output lines. docs/scenarios.md describes the files.
 *
 * @param policy the text of its policy file; empty = default policy
 * @param isReplayOnly whether a broker cannot play it, because the time of a global table or real time decides
 */
record Scenario(
        String name, List<Line> input, List<ExpectedLine> expected, Optional<String> policy, boolean isReplayOnly) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("src", "test", "resources", "scenarios");
    private static final String INPUT = ".in.jsonl";

    /** The first words of the file of a scenario that only a replay can play. */
    private static final String REPLAY_ONLY = "# Replay only:";

    static List<Scenario> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(INPUT))
                    .sorted()
                    .map(file -> named(file.substring(0, file.length() - INPUT.length())))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Scenario named(String name) {
        List<Line> input = new ArrayList<>();
        lines(name + INPUT).forEach(text -> input.addAll(inputLines(text)));
        List<ExpectedLine> expected =
                lines(name + ".out.jsonl").stream().map(ExpectedLine::parse).toList();
        Path policy = FOLDER.resolve(name + ".policy.yaml");
        return new Scenario(
                name,
                input,
                expected,
                Files.exists(policy) ? Optional.of(text(policy)) : Optional.empty(),
                text(FOLDER.resolve(name + INPUT)).startsWith(REPLAY_ONLY));
    }

    /** An input line may stand for many: {@code "times":1000} repeats it, each time one millisecond later. */
    private static List<Line> inputLines(String text) {
        try {
            ObjectNode fields = (ObjectNode) JSON.readTree(text);
            int times = fields.has("times") ? fields.remove("times").intValue() : 1;
            Line line = Line.parse(fields.toString());
            return IntStream.range(0, times)
                    .mapToObj(i -> line.at(line.timestamp() + i))
                    .toList();
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException(text, notJson);
        }
    }

    private static List<String> lines(String file) {
        return text(FOLDER.resolve(file))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Policy policyOrDefault() {
        return policy.map(text -> PolicyFile.read(name + ".policy.yaml", text)).orElse(Policy.DEFAULT);
    }

    @Override
    public String toString() {
        return name;
    }
}
