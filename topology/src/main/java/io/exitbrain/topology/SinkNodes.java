package io.exitbrain.topology;

import io.exitbrain.topology.Topics.Topic;
import io.exitbrain.topology.flow.PlanKeyPartitioner;
import io.exitbrain.topology.flow.Sinks;
import io.exitbrain.topology.flow.SymbolPartitioner;
import org.apache.kafka.streams.Topology;

/** Adds the sinks to the topology. The processors of one sub-topology forward to them by name. */
final class SinkNodes {

    private final Topology topology;
    private final Topics topics;
    private final Sinks names;
    private final String[] parents;

    /** {@code parents} holds the names of the processors that forward to the sinks. */
    SinkNodes(Topology topology, Topics topics, Sinks names, String... parents) {
        this.topology = topology;
        this.topics = topics;
        this.names = names;
        this.parents = parents;
    }

    /** Adds the sinks of the decisions. */
    SinkNodes decisions() {
        topology.addSink(
                Sinks.PLANS,
                topics.exitPlans().name(),
                topics.exitPlans().key().serializer(),
                topics.exitPlans().value().serializer(),
                new PlanKeyPartitioner<>(),
                parents);
        sink(Sinks.COMMANDS, topics.commands());
        sink(Sinks.EVENTS, topics.exitEvents());
        return this;
    }

    SinkNodes deadLetters() {
        sink(names.deadLetters(), topics.deadLetters());
        return this;
    }

    /** Adds the sinks that write messages to the inputs; the keyed ones have {@code partitions} partitions. */
    SinkNodes inputs(int partitions) {
        keyed(topics.orderFills(), partitions);
        keyed(topics.positions(), partitions);
        keyed(topics.markPrices(), partitions);
        keyed(topics.executionReports(), partitions);
        sink(names.inputOf(topics.instruments().name()), topics.instruments());
        return this;
    }

    private void keyed(Topic<byte[]> topic, int partitions) {
        topology.addSink(
                names.inputOf(topic.name()),
                topic.name(),
                topic.key().serializer(),
                topic.value().serializer(),
                new SymbolPartitioner(partitions),
                parents);
    }

    private <V> void sink(String name, Topic<V> topic) {
        topology.addSink(
                name, topic.name(), topic.key().serializer(), topic.value().serializer(), parents);
    }
}
