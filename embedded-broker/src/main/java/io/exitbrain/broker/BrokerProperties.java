package io.exitbrain.broker;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Broker properties: of a one-node cluster that starts fast, or of a node of a cluster with Kafka's own times; both need little memory. */
final class BrokerProperties {

    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";

    private static final int MAX_REPLICAS = 3;

    /** More than the 4 MiB of the largest dead letter, with room for its headers. */
    private static final String MAX_MESSAGE_BYTES = Integer.toString(5 * 1024 * 1024);

    private BrokerProperties() {}

    static Map<String, String> of(Path logs, int port, int controllerPort, Map<String, String> extra) {
        Map<String, String> properties = new LinkedHashMap<>();
        listeners(properties, NODE_ID, port, controllerPort);
        properties.put("controller.quorum.voters", "%d@localhost:%d".formatted(NODE_ID, controllerPort));
        properties.put("log.dirs", logs.toString());
        replicas(properties, 1);
        smallFootprint(properties);
        fastTransactions(properties);
        fastGroups(properties);
        properties.putAll(extra);
        return properties;
    }

    /** Three replicas of everything if there are so many nodes. Timeouts, sessions and delays are Kafka's own. */
    static Map<String, String> of(ClusterNode node) {
        Map<String, String> properties = new LinkedHashMap<>();
        listeners(properties, node.id(), node.member().port(), node.member().controllerPort());
        properties.put("controller.quorum.voters", node.voters());
        properties.put("log.dirs", node.data().toAbsolutePath().toString());
        replicas(properties, Math.min(MAX_REPLICAS, node.members().size()));
        smallFootprint(properties);
        return properties;
    }

    private static void listeners(Map<String, String> properties, int nodeId, int port, int controllerPort) {
        String broker = "PLAINTEXT://localhost:" + port;
        properties.put("node.id", Integer.toString(nodeId));
        properties.put("process.roles", "broker,controller");
        properties.put("listeners", "%s,%s://localhost:%d".formatted(broker, CONTROLLER, controllerPort));
        properties.put("advertised.listeners", broker);
        properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("inter.broker.listener.name", "PLAINTEXT");
        properties.put("controller.listener.names", CONTROLLER);
    }

    private static void replicas(Map<String, String> properties, int replicas) {
        String count = Integer.toString(replicas);
        String inSync = Integer.toString(Math.max(1, replicas - 1));
        properties.put("default.replication.factor", count);
        properties.put("min.insync.replicas", inSync);
        properties.put("offsets.topic.replication.factor", count);
        properties.put("transaction.state.log.replication.factor", count);
        properties.put("transaction.state.log.min.isr", inSync);
        properties.put("share.coordinator.state.topic.replication.factor", count);
        properties.put("share.coordinator.state.topic.min.isr", inSync);
    }

    private static void smallFootprint(Map<String, String> properties) {
        properties.put("offsets.topic.num.partitions", "4");
        properties.put("transaction.state.log.num.partitions", "4");
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "2");
        properties.put("background.threads", "2");
        properties.put("log.cleaner.dedupe.buffer.size", "2097152");
        properties.put("message.max.bytes", MAX_MESSAGE_BYTES);
        // topics come from topics.yaml only: a misspelt name must not create one
        properties.put("auto.create.topics.enable", "false");
    }

    private static void fastTransactions(Map<String, String> properties) {
        properties.put("add.partitions.to.txn.retry.backoff.ms", "1");
    }

    private static void fastGroups(Map<String, String> properties) {
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("group.min.session.timeout.ms", "1000");
        properties.put("group.streams.initial.rebalance.delay.ms", "0");
        properties.put("group.streams.min.heartbeat.interval.ms", "200");
        properties.put("group.streams.heartbeat.interval.ms", "500");
        properties.put("group.streams.min.session.timeout.ms", "6000");
        properties.put("group.streams.session.timeout.ms", "6000");
    }
}
