package io.exitbrain.acceptance.monitoring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Prometheus' own checker. */
final class Promtool {

    private static final String PROGRAM = "promtool";

    private Promtool() {}

    /** What a call answered: its exit code, 0 if nothing was found, and its output. */
    record Answer(int exitCode, String output) {}

    /** Runs promtool with {@code arguments} in {@code folder} and gives it {@code input}; fails if it is not installed. */
    static Answer run(Path folder, String input, String... arguments) throws IOException, InterruptedException {
        Path file = Files.createTempFile("promtool-", ".txt");
        try {
            Files.writeString(file, input);
            Process process = start(folder, file, arguments);
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), output);
        } finally {
            Files.delete(file);
        }
    }

    private static Process start(Path folder, Path input, String... arguments) {
        List<String> command = new ArrayList<>(List.of(PROGRAM));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(input.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            throw new AssertionError("promtool, which checks the metrics, is missing: apt install prometheus", missing);
        }
    }
}
