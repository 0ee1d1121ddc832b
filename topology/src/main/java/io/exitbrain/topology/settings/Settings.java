package io.exitbrain.topology.settings;

import io.exitbrain.topology.context.Lane;
import io.exitbrain.topology.context.StoreKind;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of the engine process.
 *
 * @param applicationId name of the consumer group and prefix of internal topics; empty = by the policy's mode
 * @param policy policy file; empty = the defaults
 * @param topics topics file; empty = the one that ships
 * @param createTopics whether missing topics are created
 * @param lane how prices reach the rules
 * @param stateDir where Streams keeps its local files
 * @param threads stream threads
 * @param http where the queries are served
 * @param limits when health turns
 * @param kafka settings passed to Kafka as they are
 */
public record Settings(
        Optional<String> applicationId,
        Optional<Path> policy,
        Optional<Path> topics,
        boolean createTopics,
        StoreKind store,
        Lane lane,
        Path stateDir,
        int threads,
        HttpAddress http,
        HealthLimits limits,
        Map<String, String> kafka) {

    public Settings {
        kafka = Map.copyOf(kafka);
    }

    /** The same, served from {@code address}. */
    public Settings with(HttpAddress address) {
        return new Settings(
                applicationId, policy, topics, createTopics, store, lane, stateDir, threads, address, limits, kafka);
    }
}
