package io.exitbrain.topology.brokers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings of a group with the streams protocol. They belong to the group and live on the brokers; what a client sets for copies,
 * session and heartbeat is ignored. Each failure is told with the command that sets them by hand, and the engine starts all the same.
 */
public final class StreamsGroup {

    private static final Logger log = LoggerFactory.getLogger(StreamsGroup.class);

    private static final String COPIES = "streams.num.standby.replicas";
    private static final String SESSION = "streams.session.timeout.ms";
    private static final String HEARTBEAT = "streams.heartbeat.interval.ms";

    /** A crash should be noticed within seconds, and a pause of the JVM should not count as one. */
    private static final long WANTED_SESSION_MS = 6_000;

    private static final long WANTED_HEARTBEAT_MS = 500;

    private final Admin admin;
    private final ConfigResource group;

    /** The caller closes {@code admin}. */
    public StreamsGroup(Admin admin, String group) {
        this.admin = admin;
        this.group = new ConfigResource(ConfigResource.Type.GROUP, group);
    }

    /**
     * Sets the number of copies, and the shortest session and heartbeat that the brokers allow, but not less than 6 s and 0.5 s. What an
     * operator has set for this group stays. The session of the group in milliseconds; empty if it is not known.
     */
    public OptionalLong configure(int copies) {
        try {
            return configured(copies);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        } catch (ExecutionException failure) {
            log.warn(
                    "the settings of the group {} could not be set, so a crash may take 45 s to be noticed, and there may be no copy of the plans: {}; "
                            + "set them: kafka-configs.sh --alter --entity-type groups --entity-name {} --add-config {}={}",
                    group.name(),
                    String.valueOf(failure.getCause()),
                    group.name(),
                    COPIES,
                    copies);
            return OptionalLong.empty();
        }
    }

    private OptionalLong configured(int copies) throws InterruptedException, ExecutionException {

        Map<String, ConfigEntry> now = entries(group);
        List<AlterConfigOp> changes = changes(now, wanted(copies));
        if (!changes.isEmpty()) {
            admin.incrementalAlterConfigs(Map.of(group, changes)).all().get();
            log.info("set for the group {}: {}", group.name(), text(changes));
        }
        long sessionMs = number(entries(group), SESSION, -1);
        return sessionMs < 0 ? OptionalLong.empty() : OptionalLong.of(sessionMs);
    }

    private Map<String, Long> wanted(int copies) throws InterruptedException, ExecutionException {
        Node node = admin.describeCluster(new DescribeClusterOptions())
                .nodes()
                .get()
                .iterator()
                .next();
        Map<String, ConfigEntry> broker = entries(new ConfigResource(ConfigResource.Type.BROKER, node.idString()));
        return Map.of(
                COPIES, Math.min(copies, number(broker, "group.streams.max.standby.replicas", copies)),
                SESSION, Math.max(WANTED_SESSION_MS, number(broker, "group.streams.min.session.timeout.ms", 45_000)),
                HEARTBEAT,
                        Math.max(
                                WANTED_HEARTBEAT_MS, number(broker, "group.streams.min.heartbeat.interval.ms", 5_000)));
    }

    private static long number(Map<String, ConfigEntry> entries, String name, long otherwise) {
        ConfigEntry entry = entries.get(name);
        return entry == null || entry.value() == null ? otherwise : Long.parseLong(entry.value());
    }

    private Map<String, ConfigEntry> entries(ConfigResource resource) throws InterruptedException, ExecutionException {
        return admin.describeConfigs(List.of(resource)).all().get().values().stream()
                .flatMap(config -> config.entries().stream())
                .collect(Collectors.toMap(ConfigEntry::name, Function.identity()));
    }

    private static List<AlterConfigOp> changes(Map<String, ConfigEntry> now, Map<String, Long> wanted) {
        List<AlterConfigOp> changes = new ArrayList<>();
        wanted.forEach((name, value) -> {
            ConfigEntry entry = now.get(name);
            boolean isOperators = entry != null && entry.source() == ConfigEntry.ConfigSource.DYNAMIC_GROUP_CONFIG;
            if (!isOperators && (entry == null || !String.valueOf(value).equals(entry.value()))) {
                changes.add(new AlterConfigOp(new ConfigEntry(name, String.valueOf(value)), AlterConfigOp.OpType.SET));
            }
        });
        return changes;
    }

    private static String text(Collection<AlterConfigOp> changes) {
        return changes.stream()
                .map(change ->
                        change.configEntry().name() + "=" + change.configEntry().value())
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
