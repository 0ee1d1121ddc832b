package io.exitbrain.demo;

import io.exitbrain.topology.EngineProcess;
import io.exitbrain.topology.settings.SettingsReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one place where the demo meets the engine it runs: with the settings a user would give it, and none of its own. */
final class EngineWiring {

    private EngineWiring() {}

    static Engine start(String bootstrapServers, int httpPort, Path data) {
        EngineProcess process = EngineProcess.start(SettingsReader.read(
                Optional.empty(),
                Map.of(),
                List.of(
                        "kafka.bootstrap.servers=" + bootstrapServers,
                        "http.port=" + httpPort,
                        "state.dir=" + data.resolve("engine"))));
        return process::close;
    }
}
