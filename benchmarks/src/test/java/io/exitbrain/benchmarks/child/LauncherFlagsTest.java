package io.exitbrain.benchmarks.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is measured runs as the launcher runs it. */
class LauncherFlagsTest {

    private static final Path LAUNCHER = Path.of("..", "exit-brain");

    @Test
    void shouldBeThoseTheLauncherGivesTheEngine() throws IOException {
        String run = Files.readAllLines(LAUNCHER).stream()
                .filter(line -> line.strip().startsWith("run) "))
                .findFirst()
                .orElseThrow();
        List<String> flags = ChildJvm.launchedWith(512).stream()
                .filter(flag -> !flag.startsWith("-Xms") && !flag.contains("UseTransparentHugePages"))
                .toList();

        assertThat(run).contains("$(large_pages)").contains("\"%s $".formatted(String.join(" ", flags)));
    }
}
