package io.exitbrain.demo;

import io.exitbrain.demo.console.Paint;
import io.exitbrain.demo.console.Screen;
import io.exitbrain.health.Sidecar;
import io.exitbrain.health.settings.Environment;
import io.exitbrain.health.settings.Overrides;
import io.exitbrain.health.settings.SettingsFile;
import java.util.Map;
import java.util.Optional;

/** The one place where the demo meets the sidecar: it stands beside the engine, in the same process, and sees it from outside. */
final class SidecarWiring {

    private static final String REDIS_URL = "REDIS_URL";
    private static final String WITHOUT_REDIS = "enabled: false, reason: 'the engine does not use Redis'";

    private SidecarWiring() {}

    /** Starts what {@code engines} starts and a sidecar beside it; without one where {@code port} is 0. */
    static Engine.Starter beside(Engine.Starter engines, int port, Screen screen) {
        if (port == 0) {
            return engines;
        }
        LoopbackPort.requireFree(port, "--sidecar-port");
        return (bootstrapServers, settings) -> {
            Engine engine = engines.start(bootstrapServers, settings);
            Sidecar sidecar = Sidecar.start(
                    SettingsFile.fixed(yaml(bootstrapServers, settings.httpPort(), System.getenv()), overrides()),
                    "localhost",
                    port);
            screen.line(Paint.PLAIN, "  sidecar http://localhost:%d/".formatted(port));
            return new Both(engine, sidecar);
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

    /** An engine whose sidecar ends with it. */
    private record Both(Engine engine, Sidecar sidecar) implements Engine {

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
