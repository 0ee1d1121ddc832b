package io.exitbrain.benchmarks.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The measured engine runs with the flags of the launcher. */
class LauncherFlagsTest {

    private static final Path LAUNCHER = Path.of("..", "exit-brain");
    private static final Path IN_THE_IMAGE = Path.of("..", "docker", "exit-brain");

    private static final String TOUCHED = "-XX:+AlwaysPreTouch";

    /** A candidate has a heap of a given size, which the launcher touches at the start. */
    @Test
    void shouldBeTheFlagsOfTheLauncherWithAHeapOfAGivenSize() throws IOException {
        List<String> all = ChildJvm.launchedWith(512);
        List<String> flags = all.stream()
                .filter(flag ->
                        !flag.startsWith("-Xms") && !flag.equals(TOUCHED) && !flag.contains("UseTransparentHugePages"))
                .toList();

        assertThat(engineIn(LAUNCHER)).contains("process.Main info \"$(engine_flags)\" run");
        assertThat(between("\nengine_flags() {", "\n}", LAUNCHER))
                .contains("$(large_pages)")
                .contains("\"%s $(initial_heap) $".formatted(String.join(" ", flags)));
        assertThat(all).contains("-Xms512m", TOUCHED);
        assertThat(Files.readString(LAUNCHER)).contains("*-Xms*) echo " + TOUCHED + " ;;");
    }

    /** Except the size of the heap, which depends on the container. */
    @Test
    void shouldBeTheFlagsOfTheEngineInAContainer() throws IOException {
        String young = ChildJvm.launchedWith(512).stream()
                .filter(flag -> flag.startsWith("-XX:NewRatio"))
                .findFirst()
                .orElseThrow();

        assertThat(engineIn(IN_THE_IMAGE)).contains("$(large_pages)").contains(young);
    }

    /** The line of a launcher for {@code run}. */
    private static String engineIn(Path launcher) throws IOException {
        return between("\n  run)", ";;", launcher);
    }

    private static String between(String begin, String end, Path launcher) throws IOException {
        String whole = Files.readString(launcher);
        int from = whole.indexOf(begin);
        return whole.substring(from, whole.indexOf(end, from));
    }
}
