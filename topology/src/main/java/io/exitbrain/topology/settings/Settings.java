package io.exitbrain.topology.settings;

import io.exitbrain.topology.context.Lane;
import io.exitbrain.topology.context.StoreKind;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of the engine process.
 * @param applicationId name of the consumer group and prefix of internal topics; empty = default of the policy's mode
 * @param policy policy file; empty = the defaults
 * @param topics topics file; empty = the packaged file
 * @param createTopics whether missing topics are created
 * @param lane the path of prices to the rules
 * @param stateDir directory of the local files of Streams
 * @param threads number of stream threads
 * @param takeOver whether a dead instance is replaced before its session ends; only with the classic group protocol
 * @param endHangingTransactions whether a transaction of this application that nobody would end is ended
 * @param http address of the HTTP server
 * @param limits limits beyond which health is DEGRADED
 * @param kafka settings that are passed to Kafka unchanged
 * @param log the log of the process
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
        boolean takeOver,
        boolean endHangingTransactions,
        HttpAddress http,
        HealthLimits limits,
        Map<String, String> kafka,
        LogSettings log) {

    public Settings {
        kafka = Map.copyOf(kafka);
    }

    /** What was given, without secrets. */
    @Override
    public String toString() {
        return "Settings" + log.given();
    }

    /** These settings with another HTTP address. */
    public Settings with(HttpAddress address) {
        return new Settings(
                applicationId,
                policy,
                topics,
                createTopics,
                store,
                lane,
                stateDir,
                threads,
                takeOver,
                endHangingTransactions,
                address,
                limits,
                kafka,
                log);
    }
}
