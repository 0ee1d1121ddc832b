package io.exitbrain.demo;

import io.exitbrain.audit.topics.Answer;
import io.exitbrain.broker.EmbeddedBroker;
import io.exitbrain.topology.topics.TopicAdmin;
import io.exitbrain.topology.topics.TopicsFile;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** Creates the topics of topics.yaml on an embedded broker. */
final class TopicSetup {

    private TopicSetup() {}

    /** Creates the missing topics and returns a line about them for the user. */
    static String createMissing(EmbeddedBroker broker) {
        try (Admin admin = admin(broker)) {
            List<String> created = new TopicAdmin(admin, TopicsFile.packaged()).createMissing();
            return created.isEmpty() ? "All topics were there." : "Created topics: " + String.join(", ", created);
        }
    }

    /** Deletes no record by its age, whatever the topics file says. The times of the exchange are in the past, some of them by hours. */
    static void keepEveryRecord(EmbeddedBroker broker) {
        AlterConfigOp unlimited =
                new AlterConfigOp(new ConfigEntry(TopicConfig.RETENTION_MS_CONFIG, "-1"), AlterConfigOp.OpType.SET);
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        TopicsFile.packaged()
                .topics()
                .forEach(topic ->
                        changes.put(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), List.of(unlimited)));
        try (Admin admin = admin(broker)) {
            Answer.of(admin.incrementalAlterConfigs(changes).all());
        }
    }

    private static Admin admin(EmbeddedBroker broker) {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()));
    }
}
