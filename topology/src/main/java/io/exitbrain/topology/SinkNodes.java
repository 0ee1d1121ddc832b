package io.exitbrain.topology;

import io.exitbrain.topology.Topics.Topic;
import io.exitbrain.topology.flow.PlanKeyPartitioner;
import io.exitbrain.topology.flow.Sinks;
import org.apache.kafka.streams.Topology;

/** Adds the sinks to the topology. The deciding processors forward to them by name. */
final class SinkNodes {

    private final Topology topology;
    private final String[] deciding;

    /** {@code deciding} holds the names of the processors that decide. */
    SinkNodes(Topology topology, String... deciding) {
        this.topology = topology;
        this.deciding = deciding;
    }

    /** Adds the sinks of the decisions and the dead letters. */
    SinkNodes decisions(Topics topics) {
        topology.addSink(
                Sinks.PLANS,
                topics.exitPlans().name(),
                topics.exitPlans().key().serializer(),
                topics.exitPlans().value().serializer(),
                new PlanKeyPartitioner<>(),
                deciding);
        sink(Sinks.COMMANDS, topics.commands(), deciding);
        sink(Sinks.EVENTS, topics.exitEvents(), deciding);
        sink(Sinks.DEAD_LETTERS, topics.deadLetters(), deciding);
        return this;
    }

    /** Adds the sink of {@code parent}'s records without a key. It writes them back to {@code topic} with their symbol as key. */
    SinkNodes rekeyed(Topic<byte[]> topic, String parent) {
        sink(Sinks.rekeyed(topic.name()), topic, parent);
        return this;
    }

    private <V> void sink(String name, Topic<V> topic, String... parents) {
        topology.addSink(
                name, topic.name(), topic.key().serializer(), topic.value().serializer(), parents);
    }
}
