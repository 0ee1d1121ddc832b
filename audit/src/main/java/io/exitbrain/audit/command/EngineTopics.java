package io.exitbrain.audit.command;

import io.exitbrain.domain.policy.Mode;
import io.exitbrain.topology.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** The partitions of the engine's topics on a cluster. */
final class EngineTopics {

    private final Topics topics;
    private final Map<String, Integer> partitionCounts;

    private EngineTopics(Topics topics, Map<String, Integer> partitionCounts) {
        this.topics = topics;
        this.partitionCounts = partitionCounts;
    }

    /** Throws {@link AuditFailed} if a topic is missing. */
    static EngineTopics on(Consumer<?, ?> consumer, Mode mode) {
        Topics topics = Topics.of(mode);
        Map<String, List<PartitionInfo>> present = consumer.listTopics();
        Map<String, Integer> counts = new TreeMap<>();
        List<String> missing = new ArrayList<>();
        for (String name : topics.neededNames()) {
            List<PartitionInfo> partitions = present.getOrDefault(name, List.of());
            counts.put(name, partitions.size());
            missing.addAll(partitions.isEmpty() ? List.of(name) : List.of());
        }
        if (!missing.isEmpty()) {
            throw new AuditFailed("these topics do not exist: " + String.join(", ", missing));
        }
        return new EngineTopics(topics, counts);
    }

    int partitionsOf(String topic) {
        return partitionCounts.getOrDefault(topic, 0);
    }

    boolean isInput(String topic) {
        return topics.inputNames().contains(topic);
    }

    /** Whether the engine reads the topic whole, in every instance, and commits no offsets of it. */
    boolean isGlobal(String topic) {
        return topic.equals(topics.instruments().name())
                || topic.equals(topics.exitContext().name());
    }

    List<TopicPartition> all() {
        return partitionCounts.keySet().stream().flatMap(this::of).toList();
    }

    List<TopicPartition> outputs() {
        return all().stream().filter(partition -> !isInput(partition.topic())).toList();
    }

    private Stream<TopicPartition> of(String topic) {
        return Stream.iterate(0, partition -> partition + 1)
                .limit(partitionsOf(topic))
                .map(partition -> new TopicPartition(topic, partition));
    }
}
