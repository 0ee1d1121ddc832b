package io.exitbrain.acceptance.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The engine in a JVM of its own, which a test can kill. */
public final class EngineJvm {

    private EngineJvm() {}

    /** Starts {@code run} with {@code arguments}; its output goes to {@code log}. */
    public static Process start(Path log, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dlog.level=warn",
                "-cp",
                System.getProperty("java.class.path"),
                "io.exitbrain.topology.process.Main",
                "run"));
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
