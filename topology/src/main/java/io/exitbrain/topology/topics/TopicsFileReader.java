package io.exitbrain.topology.topics;

import io.exitbrain.yaml.InvalidFile;
import io.exitbrain.yaml.YamlFile;
import io.exitbrain.yaml.YamlMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the topics file and lists all its faults at once. */
final class TopicsFileReader {

    private static final int MAX_PARTITIONS = 10_000;
    /** Kafka's limit is 249 characters; the rest is for a prefix. */
    private static final Pattern LEGAL_NAME = Pattern.compile("[a-zA-Z0-9._-]{1,200}");

    private final String source;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Integer> groupPartitions = new HashMap<>();

    TopicsFileReader(String source) {
        this.source = source;
    }

    TopicsFile read(String yaml) {
        YamlMap file = YamlMap.root(YamlFile.parse(source, yaml), faults)
                .allowingOnly(Set.of("version", "defaults", "groups", "topics"));
        requireVersion(file);
        Defaults defaults = defaults(file.map("defaults"));
        readGroups(file.map("groups"), defaults);
        TopicsFile topics = new TopicsFile(topics(file.map("topics"), defaults));
        requireNoFaults();
        return topics;
    }

    private record Defaults(int partitions, Replication replication, Map<String, String> configs) {}

    private static void requireVersion(YamlMap file) {
        if (file.wholeNumber("version", 1, 1).isEmpty() && !file.keys().contains("version")) {
            file.fault("version", "is missing, must be 1");
        }
    }

    private Defaults defaults(YamlMap map) {
        map.allowingOnly(Set.of("partitions", "replication", "configs"));
        return new Defaults(
                partitions(map).orElse(1), replication(map, Replication.auto()), TopicConfigs.of(map.map("configs")));
    }

    private void readGroups(YamlMap groups, Defaults defaults) {
        for (String name : groups.keys()) {
            YamlMap group = groups.map(name).allowingOnly(Set.of("partitions"));
            groupPartitions.put(name, partitions(group).orElse(defaults.partitions()));
        }
    }

    private List<TopicSpec> topics(YamlMap topics, Defaults defaults) {
        if (topics.keys().isEmpty()) {
            faults.add("topics: must name at least one topic");
        }
        return topics.keys().stream().map(name -> topic(topics, name, defaults)).toList();
    }

    private TopicSpec topic(YamlMap topics, String name, Defaults defaults) {
        if (!LEGAL_NAME.matcher(name).matches()) {
            topics.fault(name, "is not a topic name: 1 to 200 of a-z A-Z 0-9 . _ - are allowed");
        }
        YamlMap topic = topics.map(name)
                .allowingOnly(Set.of("group", "role", "key", "value", "partitions", "replication", "configs"));
        return new TopicSpec(
                name,
                role(topic),
                group(topic, name),
                topic.requiredText("key"),
                topic.requiredText("value"),
                partitions(topic, defaults),
                replication(topic, defaults.replication()),
                configs(topic, defaults));
    }

    private TopicRole role(YamlMap topic) {
        String role = topic.requiredText("role");
        for (TopicRole known : TopicRole.values()) {
            if (known.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(role)) {
                return known;
            }
        }
        if (!role.isEmpty()) {
            topic.fault("role", "must be input, output or dead-letters, was " + role);
        }
        return TopicRole.INPUT;
    }

    private String group(YamlMap topic, String name) {
        String group = topic.text("group").orElse(name);
        if (!group.equals(name) && !groupPartitions.containsKey(group)) {
            topic.fault("group", "must be one of the groups above, was " + group);
        }
        return group;
    }

    private int partitions(YamlMap topic, Defaults defaults) {
        OptionalInt own = partitions(topic);
        OptionalInt ofGroup = topic.text("group")
                .map(groupPartitions::get)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
        if (own.isPresent() && ofGroup.isPresent()) {
            topic.fault("partitions", "is set by its group: leave it out here");
        }
        return ofGroup.orElse(own.orElse(defaults.partitions()));
    }

    private static OptionalInt partitions(YamlMap map) {
        return map.wholeNumber("partitions", 1, MAX_PARTITIONS);
    }

    private static Replication replication(YamlMap map, Replication fallback) {
        if (map.text("replication").filter(TopicSpec.AUTO::equals).isPresent()) {
            return Replication.auto();
        }
        OptionalInt copies = map.wholeNumber("replication", 1, Short.MAX_VALUE);
        return copies.isPresent() ? Replication.exactly(copies.getAsInt()) : fallback;
    }

    private static Map<String, String> configs(YamlMap topic, Defaults defaults) {
        Map<String, String> configs = new LinkedHashMap<>(defaults.configs());
        configs.putAll(TopicConfigs.of(topic.map("configs")));
        return configs;
    }

    private void requireNoFaults() {
        if (!faults.isEmpty()) {
            throw new InvalidFile(source, faults);
        }
    }
}
