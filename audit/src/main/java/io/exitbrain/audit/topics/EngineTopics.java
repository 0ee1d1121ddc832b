package io.exitbrain.audit.topics;

import io.exitbrain.topology.Topics;
import io.exitbrain.topology.context.SymbolPartition;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The partitions of topics of the engine on a cluster. */
public final class EngineTopics {

    private final Topics topics;
    private final Map<String, Integer> partitionCounts;

    private EngineTopics(Topics topics, Map<String, Integer> partitionCounts) {
        this.topics = topics;
        this.partitionCounts = partitionCounts;
    }

    /** All topics that the engine needs; throws {@link TopicsUnreadable} if one is missing. */
    public static EngineTopics needed(Admin admin, Topics topics) {
        return named(admin, topics, topics.neededNames());
    }

    /** The topics with these {@code names}, in this order; throws {@link TopicsUnreadable} if one is missing. */
    public static EngineTopics named(Admin admin, Topics topics, Collection<String> names) {
        Set<String> present = Answer.of(admin.listTopics().names());
        List<String> missing =
                names.stream().filter(name -> !present.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw new TopicsUnreadable("these topics do not exist: " + String.join(", ", missing));
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        names.forEach(name -> counts.put(name, 0));
        Answer.of(admin.describeTopics(names).allTopicNames())
                .forEach((name, topic) -> counts.put(name, topic.partitions().size()));
        return new EngineTopics(topics, counts);
    }

    /** The names, in their order. */
    public Set<String> names() {
        return partitionCounts.keySet();
    }

    int partitionsOf(String topic) {
        return partitionCounts.getOrDefault(topic, 0);
    }

    public boolean isInput(String topic) {
        return topics.inputNames().contains(topic);
    }

    /** Whether the engine reads the topic whole, in every instance, and commits no offsets of it. */
    public boolean isGlobal(String topic) {
        return topic.equals(topics.instruments().name())
                || topic.equals(topics.exitContext().name());
    }

    /** The engine sends a record on another partition than that of its symbol there, and does not decide on it here. */
    public boolean isSentOn(ConsumerRecord<byte[], byte[]> record) {
        return isInput(record.topic())
                && !isGlobal(record.topic())
                && record.key() != null
                && SymbolPartition.of(record.key(), partitionsOf(record.topic())) != record.partition();
    }

    /** All partitions: topic by topic in their order, each by number. */
    public List<TopicPartition> all() {
        return partitionCounts.keySet().stream().flatMap(this::of).toList();
    }

    /** The partitions of the topics that the engine reads whole. */
    public List<TopicPartition> globals() {
        return all().stream().filter(partition -> isGlobal(partition.topic())).toList();
    }

    /** The partitions of the topics that the engine writes. */
    public List<TopicPartition> outputs() {
        return all().stream().filter(partition -> !isInput(partition.topic())).toList();
    }

    private Stream<TopicPartition> of(String topic) {
        return Stream.iterate(0, partition -> partition + 1)
                .limit(partitionsOf(topic))
                .map(partition -> new TopicPartition(topic, partition));
    }
}
