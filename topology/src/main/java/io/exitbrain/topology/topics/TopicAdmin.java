package io.exitbrain.topology.topics;

import io.exitbrain.topology.topics.TopicDifference.Remedy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;

/** Makes a cluster agree with the topics file and lists the differences. It never deletes a topic and never moves a key. */
public final class TopicAdmin {

    private static final Duration LEADER_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration LEADER_CHECK_INTERVAL = Duration.ofMillis(50);

    private final Cluster cluster;
    private final TopicsFile file;

    /** The caller closes {@code admin}. */
    public TopicAdmin(Admin admin, TopicsFile file) {
        this.cluster = new Cluster(admin);
        this.file = file;
    }

    /** Prepares the start of an engine: refuses a group with unequal partition counts before it creates a topic. */
    public List<String> prepare() {
        requireCoPartitioned();
        List<String> created = createMissing();
        requireCoPartitioned();
        return created;
    }

    /** Creates the missing topics, waits until the leader of every partition answers, and returns the names of the created topics. */
    public List<String> createMissing() {
        Map<String, TopicDescription> existing = existing();
        int brokers = cluster.brokers();
        List<String> created = file.topics().stream()
                .filter(topic -> !existing.containsKey(topic.name()))
                .filter(topic -> cluster.create(topic, brokers))
                .map(TopicSpec::name)
                .toList();
        awaitLeaders();
        return created;
    }

    /** Throws {@link NotCoPartitioned} if topics of a group differ. A missing topic counts with the partitions in the file. */
    public void requireCoPartitioned() {
        Map<String, TopicDescription> existing = existing();
        file.groups().forEach((group, members) -> requireEqual(group, partitions(members, existing)));
    }

    /** The number of partitions of {@code topic}; 0 where it does not exist. */
    public int partitionsOf(String topic) {
        return cluster.describe(List.of(topic)).values().stream()
                .mapToInt(found -> found.partitions().size())
                .sum();
    }

    /** The differences between the cluster and the file. Changes nothing. */
    public List<TopicDifference> differences() {
        Map<String, TopicDescription> existing = existing();
        int brokers = cluster.brokers();
        return file.topics().stream()
                .flatMap(topic -> differences(topic, existing, brokers).stream())
                .toList();
    }

    /**
     * The result of {@link #apply()}.
     *
     * @param done the differences that it removed
     * @param left the others
     */
    public record Applied(List<TopicDifference> done, List<TopicDifference> left) {}

    /** Removes the differences that can be removed. */
    public Applied apply() {
        List<TopicDifference> before = differences();
        createMissing();
        differences().stream().filter(found -> found.remedy() == Remedy.CHANGE).forEach(this::change);
        List<TopicDifference> left = differences();
        return new Applied(
                before.stream().filter(difference -> !left.contains(difference)).toList(), left);
    }

    private Map<String, TopicDescription> existing() {
        return cluster.describe(file.names());
    }

    private List<TopicDifference> differences(TopicSpec topic, Map<String, TopicDescription> existing, int brokers) {
        TopicDescription found = existing.get(topic.name());
        if (found == null) {
            return List.of(TopicDifference.missing(topic, brokers));
        }
        List<TopicDifference> differences = new ArrayList<>();
        addPartitions(differences, topic, found.partitions().size());
        int copies = found.partitions().get(0).replicas().size();
        addReplication(differences, topic, copies, brokers);
        addSettings(differences, topic, copies);
        return differences;
    }

    private static void addPartitions(List<TopicDifference> differences, TopicSpec topic, int found) {
        if (found != topic.partitions()) {
            Remedy remedy = topic.isGrowable() && found < topic.partitions() ? Remedy.CHANGE : Remedy.BLOCKED;
            differences.add(new TopicDifference(
                    topic.name(), remedy, "partitions", String.valueOf(topic.partitions()), String.valueOf(found)));
        }
    }

    private static void addReplication(List<TopicDifference> differences, TopicSpec topic, int copies, int brokers) {
        if (!topic.replication().isMetBy(copies, brokers)) {
            String expected = String.valueOf(topic.replication().copiesOn(brokers));
            differences.add(
                    new TopicDifference(topic.name(), Remedy.BLOCKED, "replication", expected, String.valueOf(copies)));
        }
    }

    private void addSettings(List<TopicDifference> differences, TopicSpec topic, int copies) {
        Config found = cluster.configsOf(topic.name());
        topic.configsFor(copies).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(setting -> {
                    ConfigEntry entry = found.get(setting.getKey());
                    String value = entry == null ? "unknown to the broker" : entry.value();
                    if (!setting.getValue().equals(value)) {
                        differences.add(new TopicDifference(
                                topic.name(), Remedy.CHANGE, setting.getKey(), setting.getValue(), value));
                    }
                });
    }

    private void change(TopicDifference difference) {
        if (difference.field().equals("partitions")) {
            file.topic(difference.topic()).ifPresent(cluster::grow);
        } else {
            ConfigEntry wanted = new ConfigEntry(difference.field(), difference.expected());
            cluster.alter(difference.topic(), List.of(new AlterConfigOp(wanted, OpType.SET)));
        }
    }

    private static Map<String, Integer> partitions(List<TopicSpec> members, Map<String, TopicDescription> existing) {
        Map<String, Integer> partitions = new LinkedHashMap<>();
        for (TopicSpec member : members) {
            TopicDescription found = existing.get(member.name());
            partitions.put(
                    member.name(),
                    found == null ? member.partitions() : found.partitions().size());
        }
        return partitions;
    }

    private static void requireEqual(String group, Map<String, Integer> partitions) {
        if (partitions.values().stream().distinct().count() > 1) {
            throw new NotCoPartitioned(group, partitions);
        }
    }

    private void awaitLeaders() {
        long deadlineNanos = System.nanoTime() + LEADER_TIMEOUT.toNanos();
        while (!doLeadersAnswer()) {
            if (System.nanoTime() > deadlineNanos) {
                throw new TopicAdminFailed("not every partition of %s has a leader that answers after %d s"
                        .formatted(file.names(), LEADER_TIMEOUT.toSeconds()));
            }
            LockSupport.parkNanos(LEADER_CHECK_INTERVAL.toNanos());
        }
    }

    private boolean doLeadersAnswer() {
        Map<String, TopicDescription> existing = existing();
        return existing.size() == file.topics().size()
                && existing.values().stream()
                        .flatMap(topic -> topic.partitions().stream())
                        .allMatch(partition -> partition.leader() != null
                                && !partition.leader().isEmpty())
                && cluster.doLeadersAnswer(existing.values());
    }
}
