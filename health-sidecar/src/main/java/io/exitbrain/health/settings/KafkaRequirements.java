package io.exitbrain.health.settings;

import java.util.List;
import java.util.Map;

/**
 * The requirements on a Kafka cluster.
 *
 * @param topics that must exist
 * @param group whose lag and state are checked
 * @param groupRequired whether a group without a member is DEGRADED
 * @param lagDegradedAbove more unread records of the group are DEGRADED
 * @param client properties passed to the client as they are
 */
public record KafkaRequirements(
        List<String> topics, String group, boolean groupRequired, int lagDegradedAbove, Map<String, String> client) {

    static final KafkaRequirements NONE = new KafkaRequirements(List.of(), "", false, 0, Map.of());

    public KafkaRequirements {
        topics = List.copyOf(topics);
        client = Map.copyOf(client);
    }

    /** Without the client properties: they may contain credentials. */
    @Override
    public String toString() {
        return "group " + group + ", topics " + topics;
    }
}
