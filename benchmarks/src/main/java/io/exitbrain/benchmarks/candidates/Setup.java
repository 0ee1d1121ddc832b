package io.exitbrain.benchmarks.candidates;

import io.exitbrain.domain.Policy;
import io.exitbrain.topology.Engine;
import io.exitbrain.topology.EngineProcess;
import io.exitbrain.topology.StreamsSettings;
import io.exitbrain.topology.settings.Settings;
import io.exitbrain.topology.settings.SettingsReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;

/**
 * What a candidate is told.
 *
 * @param applicationId its consumer group and the prefix of its own topics
 */
public record Setup(String bootstrapServers, String applicationId, Path stateDir) {

    /** The engine's settings, as it ships. */
    public Settings engine() {
        return SettingsReader.read(
                Optional.empty(),
                Map.of(),
                List.of(
                        "kafka.bootstrap.servers=" + bootstrapServers,
                        "application.id=" + applicationId,
                        "state.dir=" + stateDir,
                        "http.port=0"));
    }

    public EngineProcess startEngine() {
        return EngineProcess.start(engine());
    }

    /** The engine's own Kafka Streams settings: every Streams application that is compared with it runs under them. */
    public Properties streams() {
        return StreamsSettings.of(engine(), Engine.with(Policy.DEFAULT), "localhost:0");
    }

    /** How long the engine gathers records into one transaction; the loops gather as long. */
    long commitIntervalMs() {
        return new StreamsConfig(streams()).getLong(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG);
    }
}
