package io.exitbrain.broker;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Broker properties of a one-node cluster that starts fast, needs little memory and commits transactions fast. */
final class BrokerProperties {

    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";

    /** More than the 4 MiB of the largest dead letter, with room for its headers. */
    private static final String MAX_MESSAGE_BYTES = Integer.toString(5 * 1024 * 1024);

    private BrokerProperties() {}

    static Map<String, String> of(Path logs, int port, int controllerPort, Map<String, String> extra) {
        Map<String, String> properties = new LinkedHashMap<>();
        listeners(properties, port, controllerPort);
        properties.put("log.dirs", logs.toString());
        singleReplicas(properties);
        smallFootprint(properties);
        fastTransactions(properties);
        fastGroups(properties);
        properties.putAll(extra);
        return properties;
    }

    private static void listeners(Map<String, String> properties, int port, int controllerPort) {
        String broker = "PLAINTEXT://localhost:" + port;
        properties.put("node.id", Integer.toString(NODE_ID));
        properties.put("process.roles", "broker,controller");
        properties.put("listeners", "%s,%s://localhost:%d".formatted(broker, CONTROLLER, controllerPort));
        properties.put("advertised.listeners", broker);
        properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("inter.broker.listener.name", "PLAINTEXT");
        properties.put("controller.listener.names", CONTROLLER);
        properties.put("controller.quorum.voters", "%d@localhost:%d".formatted(NODE_ID, controllerPort));
    }

    private static void singleReplicas(Map<String, String> properties) {
        properties.put("default.replication.factor", "1");
        properties.put("min.insync.replicas", "1");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
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
