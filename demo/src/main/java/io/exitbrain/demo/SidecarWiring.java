package io.exitbrain.demo;

import io.exitbrain.broker.LoopbackPort;
import io.exitbrain.demo.console.Screen;
import io.exitbrain.demo.console.Screen.Paint;
import io.exitbrain.health.Sidecar;
import io.exitbrain.health.settings.Environment;
import io.exitbrain.health.settings.Overrides;
import io.exitbrain.health.settings.SettingsFile;
import java.util.Map;
import java.util.Optional;

/** Starts the health sidecar in the process of the demo. It checks the engine from outside, over HTTP. */
final class SidecarWiring {

    private static final String REDIS_URL = "REDIS_URL";
    private static final String WITHOUT_REDIS = "enabled: false, reason: 'the engine does not use Redis'";

    private SidecarWiring() {}

    /** Starts an engine of {@code engines} and a sidecar for it; no sidecar if {@code port} is 0. */
    static RunningEngine.Starter beside(RunningEngine.Starter engines, int port, Screen screen) {
        if (port == 0) {
            return engines;
        }
        LoopbackPort.requireFree(port, "--sidecar-port");
        return (bootstrapServers, settings) -> {
            RunningEngine engine = engines.start(bootstrapServers, settings);
            Sidecar sidecar = Sidecar.start(
                    SettingsFile.fixed(yaml(bootstrapServers, settings.httpPort(), System.getenv()), overrides()),
                    "localhost",
                    port);
            screen.line(Paint.PLAIN, "  sidecar http://localhost:%d/".formatted(port));
            return new EngineAndSidecar(engine, sidecar);
        };
    }

    private static Overrides overrides() {
        String url = System.getenv().getOrDefault(REDIS_URL, "");
        return new Overrides(new Environment(Map.of(REDIS_URL, url)), Optional.empty(), Optional.empty(), false);
    }

    static String yaml(String bootstrapServers, int enginePort, Map<String, String> variables) {
        boolean hasRedis = !variables.getOrDefault(REDIS_URL, "").isBlank();
        return """
               dependencies:
                 redis: {kind: redis, address: 'redis://localhost:6379', %s}
                 eventbus: {kind: kafka, address: '%s'}
                 risk_safety_service: {kind: http, address: 'http://localhost:%d/health', critical: false}
               """.formatted(hasRedis ? "enabled: true" : WITHOUT_REDIS, bootstrapServers, enginePort);
    }

    /** An engine and its sidecar, which stop together. */
    private record EngineAndSidecar(RunningEngine engine, Sidecar sidecar) implements RunningEngine {

        @Override
        public boolean isRunning() {
            return engine.isRunning();
        }

        @Override
        public void close() {
            try (engine) {
                sidecar.close();
            }
        }
    }
}
