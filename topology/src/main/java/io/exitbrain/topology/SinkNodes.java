package io.exitbrain.topology;

import io.exitbrain.topology.Topics.Topic;
import io.exitbrain.topology.flow.PlanKeyPartitioner;
import io.exitbrain.topology.flow.Sinks;
import org.apache.kafka.streams.Topology;

/** Adds the sinks to the flow: the deciding processors send to them by name. */
final class SinkNodes {

    private final Topology flow;
    private final String[] deciding;

    /** {@code deciding} are the names of the processors that decide. */
    SinkNodes(Topology flow, String... deciding) {
        this.flow = flow;
        this.deciding = deciding;
    }

    /** The sinks of everything that is decided. */
    SinkNodes decisions(Topics topics) {
        flow.addSink(
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

    /** The sink of the topic's records without a key, which {@code parent} has read: back to the topic under their symbol. */
    SinkNodes rekeyed(Topic<byte[]> topic, String parent) {
        sink(Sinks.rekeyed(topic.name()), topic, parent);
        return this;
    }

    private <V> void sink(String name, Topic<V> topic, String... parents) {
        flow.addSink(name, topic.name(), topic.key().serializer(), topic.value().serializer(), parents);
    }
}
