package io.exitbrain.acceptance.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command-line producer {@code kcat}: a client on librdkafka, which places keys by CRC32. */
final class Kcat {

    private Kcat() {}

    static boolean isInstalled() {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Path.of(folder, "kcat").toFile().canExecute());
    }

    /** Sends the {@code lines}, each a record, and waits until the broker has them. {@code options} are options of kcat. */
    static void send(String bootstrapServers, String topic, List<String> options, String... lines) {
        List<String> command = new ArrayList<>(List.of("kcat", "-P", "-b", bootstrapServers, "-t", topic));
        command.addAll(options);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (Writer input = process.outputWriter(StandardCharsets.UTF_8)) {
                input.write(String.join("\n", lines).replace('\'', '"') + "\n");
            }
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } catch (IOException failure) {
            throw new AssertionError(command + " failed", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
