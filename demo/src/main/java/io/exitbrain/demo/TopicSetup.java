package io.exitbrain.demo;

import io.exitbrain.broker.EmbeddedBroker;
import io.exitbrain.topology.topics.TopicAdmin;
import io.exitbrain.topology.topics.TopicsFile;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Creates the topics of topics.yaml on an embedded broker. */
final class TopicSetup {

    private TopicSetup() {}

    /** Creates the missing topics and returns a line about them for the user. */
    static String createMissing(EmbeddedBroker broker) {
        Map<String, Object> address = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
        try (Admin admin = Admin.create(address)) {
            List<String> created = new TopicAdmin(admin, TopicsFile.packaged()).createMissing();
            return created.isEmpty() ? "All topics were there." : "Created topics: " + String.join(", ", created);
        }
    }
}
