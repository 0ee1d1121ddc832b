package io.exitbrain.benchmarks.candidates;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.context.Lane;
import io.exitbrain.topology.process.EngineProcess;
import io.exitbrain.topology.process.StreamsSettings;
import io.exitbrain.topology.settings.Settings;
import io.exitbrain.topology.settings.SettingsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The settings of one candidate.
 *
 * @param applicationId the consumer group and the prefix of the candidate's own topics
 */
public record Setup(String bootstrapServers, String applicationId, Path stateDir) {

    /** The default settings of the engine. */
    public Settings engine() {
        return engine(Lane.FAST);
    }

    /** The default settings of the engine on {@code lane}. */
    private Settings engine(Lane lane) {
        return SettingsReader.read(Optional.empty(), Map.of(), list(lane));
    }

    /**
     * The settings of the engine on {@code lane} to which no record is history. The load is older than the clock; like every other
     * candidate the engine then sends each of its moves.
     */
    Settings withoutHistory(Lane lane) {
        Path policy = stateDir.resolveSibling(applicationId + "-policy.yaml");
        try {
            Files.writeString(policy, "stop: {present: off}\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        List<String> settings = new ArrayList<>(list(lane));
        settings.add("policy=" + policy);
        return SettingsReader.read(Optional.empty(), Map.of(), settings);
    }

    private List<String> list(Lane lane) {
        return List.of(
                "kafka.bootstrap.servers=" + bootstrapServers,
                "application.id=" + applicationId,
                "lane=" + lane.name().toLowerCase(Locale.ROOT),
                "state.dir=" + stateDir,
                "http.port=0");
    }

    public EngineProcess startEngine() {
        return EngineProcess.start(engine());
    }

    /** The Kafka Streams settings of the engine. Every Streams candidate runs with them. */
    public Properties streams() {
        return StreamsSettings.of(engine(), FlowContext.with(Policy.DEFAULT), "localhost:0");
    }

    /** How long the engine gathers records into one transaction; the durable loops gather as long. */
    long commitIntervalMs() {
        return new StreamsConfig(streams()).getLong(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG);
    }
}
