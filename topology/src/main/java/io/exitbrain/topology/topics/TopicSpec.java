package io.exitbrain.topology.topics;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * What one topic should be like.
 *
 * @param group the topics it must share its partition count with; its own name where it stands alone
 * @param key what its keys are, in one word
 * @param value what its values are, in one word
 * @param configs topic settings by Kafka's names; {@code auto} where the cluster decides
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
     * Whether its partition count may grow: only where no key has to stay on its partition, which is what both a
     * co-partitioned and a compacted topic rely on.
     */
    public boolean isGrowable() {
        return group.equals(name)
                && !configs.getOrDefault(TopicConfig.CLEANUP_POLICY_CONFIG, "").contains("compact");
    }

    /** The settings of a topic with so many copies, nothing left to decide. */
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
