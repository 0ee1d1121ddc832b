package io.exitbrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The archive of classes with which the launcher starts the engine. The class paths are those of the launcher: an archive takes jars only. */
@Timeout(300)
class ClassArchiveIT {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String ENGINE = "io.exitbrain.topology.process.Main";

    @TempDir
    private Path folder;

    private static List<String> flags(String module, String... more) {
        Path target = Path.of("..", module, "target").toAbsolutePath().normalize();
        return Stream.concat(Stream.of(more), Stream.of("-XX:+UseSerialGC", "-cp", target + "/*:" + target + "/lib/*"))
                .toList();
    }

    private int run(Path output, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void shouldHoldTheClassesOfAnEngineThatHasProtectedAPosition() throws Exception {
        Path archive = folder.resolve("engine.jsa");
        List<String> make = new ArrayList<>(flags("demo"));
        make.addAll(List.of("io.exitbrain.demo.ClassArchive", folder.toString(), JAVA));
        make.addAll(flags("topology", "-XX:ArchiveClassesAtExit=" + archive));
        make.addAll(List.of(ENGINE, "run"));

        assertThat(run(folder.resolve("make.log"), make))
                .as("see %s and its engine.log", folder)
                .isZero();

        List<String> use = new ArrayList<>(flags("topology", "-XX:SharedArchiveFile=" + archive, "-Xlog:class+load"));
        use.addAll(List.of(ENGINE, "run", "--help"));
        Path loaded = folder.resolve("loaded.log");
        assertThat(run(loaded, use)).isZero();
        assertThat(loaded)
                .content()
                .containsPattern("io\\.exitbrain\\.topology\\.process\\.RunCommand source: shared objects file");
        assertThat(folder.resolve("engine.log")).content().doesNotContain("ERROR");
    }
}
