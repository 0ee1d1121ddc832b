package io.exitbrain.topology.topics;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The specification of one topic.
 *
 * @param group all topics of a group have the same partition count; the topic's own name if it has no group
 * @param key one word for its keys
 * @param value one word for its values
 * @param configs topic settings by Kafka's names; {@code auto} if the value depends on the number of copies
 */
public record TopicSpec(
        String name,
        TopicRole role,
        String group,
        String key,
        String value,
        int partitions,
        Replication replication,
        Map<String, String> configs) {

    static final String AUTO = "auto";

    public TopicSpec {
        configs = Map.copyOf(configs);
    }

    /**
     * Whether its partition count may grow. Growth moves keys to other partitions, so co-partitioned and compacted topics must not grow.
     */
    public boolean isGrowable() {
        return group.equals(name)
                && !configs.getOrDefault(TopicConfig.CLEANUP_POLICY_CONFIG, "").contains("compact");
    }

    /** The settings of the topic with {@code copies} copies; {@code auto} is replaced. */
    Map<String, String> configsFor(int copies) {
        Map<String, String> decided = new LinkedHashMap<>(configs);
        decided.replaceAll((setting, value) -> value.equals(AUTO) ? minInSync(copies) : value);
        return decided;
    }

    NewTopic newTopicOn(int brokers) {
        short copies = replication.copiesOn(brokers);
        return new NewTopic(name, partitions, copies).configs(configsFor(copies));
    }

    TopicSpec named(String newName) {
        String newGroup = group.equals(name) ? newName : group;
        return new TopicSpec(newName, role, newGroup, key, value, partitions, replication, configs);
    }

    private static String minInSync(int copies) {
        return Integer.toString(Math.max(1, copies - 1));
    }
}
