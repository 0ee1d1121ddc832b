package io.exitbrain.demo;

import io.exitbrain.topology.process.EngineProcess;
import io.exitbrain.topology.settings.Setting;
import io.exitbrain.topology.settings.Settings;
import io.exitbrain.topology.settings.SettingsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts the engine with settings and a policy file, as a user would. */
final class EngineWiring {

    /** The default of the engine. Reports do not become faster when the simulated time runs faster. */
    private static final Duration CONFIRM_WITHIN = Duration.ofSeconds(5);

    private EngineWiring() {}

    static RunningEngine start(String bootstrapServers, DemoSettings settings) {
        EngineProcess process = EngineProcess.start(engineSettings(bootstrapServers, settings));
        return new RunningEngine() {
            @Override
            public boolean isRunning() {
                return !process.state().isShuttingDown() && !process.state().hasCompletedShutdown();
            }

            @Override
            public void close() {
                process.close();
            }
        };
    }

    private static Settings engineSettings(String bootstrapServers, DemoSettings settings) {
        return SettingsReader.read(
                Optional.empty(),
                Map.of(),
                List.of(
                        Setting.KAFKA + "bootstrap.servers=" + bootstrapServers,
                        Setting.HTTP_PORT.key() + "=" + settings.httpPort(),
                        Setting.STATE_DIR.key() + "=" + settings.engineData(),
                        Setting.POLICY.key() + "=" + policy(settings),
                        // The exchange has a clock of its own, so the times of its records say nothing about their age.
                        Setting.INPUT_AGE.key() + "=365d"));
    }

    private static Path policy(DemoSettings settings) {
        long seconds = CONFIRM_WITHIN.multipliedBy(settings.speed()).toSeconds();
        try {
            Files.createDirectories(settings.engineData());
            return Files.writeString(
                    settings.engineData().resolve(DemoSettings.POLICY_FILE),
                    // By the clock of the engine every record of the exchange would be history.
                    "stop: {confirm-within: %ds, present: off}%n".formatted(seconds));
        } catch (IOException notWritable) {
            throw new UncheckedIOException("cannot write below " + settings.engineData(), notWritable);
        }
    }
}
