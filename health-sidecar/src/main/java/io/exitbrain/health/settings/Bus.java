package io.exitbrain.health.settings;

import java.util.List;
import java.util.Map;

/**
 * What is asked of a Kafka cluster.
 *
 * @param topics that must be there
 * @param group whose lag and state are looked at
 * @param groupRequired whether a group without a member is DEGRADED
 * @param lagDegradedAbove records that may wait for the group
 * @param client properties passed to the client as they are
 */
public record Bus(
        List<String> topics, String group, boolean groupRequired, int lagDegradedAbove, Map<String, String> client) {

    static final Bus NONE = new Bus(List.of(), "", false, 0, Map.of());

    public Bus {
        topics = List.copyOf(topics);
        client = Map.copyOf(client);
    }

    /** Never the properties: they may hold credentials. */
    @Override
    public String toString() {
        return "group " + group + ", topics " + topics;
    }
}
