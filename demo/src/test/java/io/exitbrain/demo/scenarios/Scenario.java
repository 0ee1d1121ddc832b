package io.exitbrain.demo.scenarios;

import io.exitbrain.demo.audit.Line;
import io.exitbrain.domain.Policy;
import io.exitbrain.topology.policy.PolicyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A scenario of {@code scenarios/}: what goes in and what must come out (docs/scenarios.md says how the files are written).
 *
 * @param policy the text of its policy file; empty = the defaults
 */
record Scenario(String name, List<Line> input, List<Expected> expected, Optional<String> policy) {

    private static final Path FOLDER = Path.of("src", "test", "resources", "scenarios");
    private static final String INPUT = ".in.jsonl";

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
        lines(name + INPUT).forEach(text -> input.addAll(Repeated.lines(text)));
        List<Expected> expected =
                lines(name + ".out.jsonl").stream().map(Expected::parse).toList();
        Path policy = FOLDER.resolve(name + ".policy.yaml");
        return new Scenario(name, input, expected, Files.exists(policy) ? Optional.of(text(policy)) : Optional.empty());
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

    /** The symbols that it speaks of. */
    Set<String> symbols() {
        Set<String> symbols = new LinkedHashSet<>();
        input.forEach(line -> line.key().ifPresent(symbols::add));
        return symbols;
    }

    @Override
    public String toString() {
        return name;
    }
}
