package io.exitbrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The messages of the launcher that need no build. */
class LauncherTest {

    private static final Path SCRIPT =
            Path.of("..", "exit-brain").toAbsolutePath().normalize();

    @TempDir
    private Path elsewhere;

    private Path link = SCRIPT;

    @BeforeEach
    void linkWithASpaceInItsPath() throws IOException {
        Path folder = Files.createDirectory(elsewhere.resolve("two words"));
        link = Files.createSymbolicLink(folder.resolve("eb"), SCRIPT);
    }

    @AfterEach
    void unlink() throws IOException {
        Files.delete(link);
    }

    @Test
    void shouldExplainItselfFromAnotherFolderThroughALink() throws Exception {
        Answer help = call(Map.of(), "help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.text()).contains("demo", "broker", "replay", "console-producer");
    }

    @Test
    void shouldNameItsVersion() throws Exception {
        assertThat(call(Map.of(), "--version").text()).startsWith("exit-brain ");
    }

    @Test
    void shouldRefuseAnUnknownCommand() throws Exception {
        Answer refused = call(Map.of(), "dance");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.text()).contains("unknown command 'dance'");
    }

    @Test
    void shouldRefuseAnOldJava() throws Exception {
        Answer refused = call(Map.of("JAVA_HOME", javaHome("openjdk version \"11.0.2\" 2019-01-15")), "broker");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.text()).contains("needs Java 17 or newer, found 11");
    }

    @Test
    void shouldNameTheFolderWhereItLookedForJava() throws Exception {
        Answer refused = call(Map.of("JAVA_HOME", elsewhere.toString()), "run");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.text()).contains("found none at " + elsewhere);
    }

    private record Answer(int exitCode, String text) {}

    private Answer call(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(link.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(elsewhere.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }

    private String javaHome(String version) throws IOException {
        Path java = Files.createDirectories(elsewhere.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho '%s' >&2\n".formatted(version));
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return elsewhere.resolve("jdk").toString();
    }
}
