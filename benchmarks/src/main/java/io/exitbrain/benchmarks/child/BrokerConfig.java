package io.exitbrain.benchmarks.child;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/** Reads the settings of a broker. */
final class BrokerConfig {

    private static final String NODE = "1";

    /** Settings that say where the broker runs, not how. */
    private static final Set<String> PLACES = Set.of(
            "advertised.listeners",
            "controller.listener.names",
            "controller.quorum.voters",
            "inter.broker.listener.name",
            "listener.security.protocol.map",
            "listeners",
            "log.dirs",
            "node.id",
            "process.roles");

    private BrokerConfig() {}

    /** The settings that differ from the defaults of Kafka. */
    static Map<String, String> differing(String bootstrapServers) throws InterruptedException {
        ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, NODE);
        Map<String, String> differing = new TreeMap<>();
        try (Admin admin = BrokerTopics.admin(bootstrapServers)) {
            for (Config config :
                    admin.describeConfigs(List.of(broker)).all().get().values()) {
                config.entries().stream()
                        .filter(entry -> entry.source() == ConfigEntry.ConfigSource.STATIC_BROKER_CONFIG)
                        .filter(entry -> !PLACES.contains(entry.name()))
                        .forEach(entry -> differing.put(entry.name(), entry.value()));
            }
        } catch (ExecutionException refused) {
            throw new ChildFailed("the broker did not return its settings: " + refused.getCause());
        }
        return differing;
    }
}
