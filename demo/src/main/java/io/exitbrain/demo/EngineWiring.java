package io.exitbrain.demo;

import java.nio.file.Path;

/** The one place where the demo meets the engine it runs. */
final class EngineWiring {

    private EngineWiring() {}

    static Engine start(String bootstrapServers, int httpPort, Path data) {
        return () -> {};
    }
}
