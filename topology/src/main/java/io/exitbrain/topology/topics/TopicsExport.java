package io.exitbrain.topology.topics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * The topics file in the form of another tool.
 *
 * @param brokers the number of brokers, for the topics whose replication is {@code auto}
 */
record TopicsExport(TopicsFile file, int brokers) {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String CONTINUED = " \\\n  ";

    String as(ExportFormat format, String bootstrapServer, String cluster) {
        return file.topics().stream()
                .map(topic -> topic.newTopicOn(brokers))
                .map(topic ->
                        format == ExportFormat.STRIMZI ? strimzi(topic, cluster) : command(topic, bootstrapServer))
                .collect(Collectors.joining());
    }

    private static String command(NewTopic topic, String bootstrapServer) {
        String create =
                "kafka-topics.sh --bootstrap-server %s --create --if-not-exists%s--topic %s --partitions %d --replication-factor %d"
                        .formatted(
                                bootstrapServer,
                                CONTINUED,
                                topic.name(),
                                topic.numPartitions(),
                                topic.replicationFactor());
        return sorted(topic).entrySet().stream()
                .map(config -> CONTINUED + "--config " + config.getKey() + "=" + config.getValue())
                .collect(Collectors.joining("", create, "\n"));
    }

    private static String strimzi(NewTopic topic, String cluster) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("apiVersion", "kafka.strimzi.io/v1");
        resource.put("kind", "KafkaTopic");
        resource.put(
                "metadata",
                ordered("name", resourceName(topic.name()), "labels", Map.of("strimzi.io/cluster", cluster)));
        Map<String, Object> spec = ordered("topicName", topic.name(), "partitions", topic.numPartitions());
        spec.put("replicas", topic.replicationFactor());
        spec.put("config", sorted(topic));
        resource.put("spec", spec);
        try {
            return YAML.writeValueAsString(resource);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Kubernetes takes a-z, 0-9, - and . only, so that the topic's own name stands in the spec. */
    private static String resourceName(String topic) {
        return topic.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "-").replaceAll("^[.-]+|[.-]+$", "");
    }

    private static Map<String, Object> ordered(String first, Object one, String second, Object two) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(first, one);
        map.put(second, two);
        return map;
    }

    private static Map<String, String> sorted(NewTopic topic) {
        Map<String, String> sorted = new LinkedHashMap<>();
        topic.configs().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(config -> sorted.put(config.getKey(), config.getValue()));
        return sorted;
    }
}
