package io.exitbrain.topology;

import io.exitbrain.topology.Topics.Topic;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.flow.PlanKeyPartitioner;
import io.exitbrain.topology.flow.Sinks;
import io.exitbrain.topology.flow.SymbolPartitioner;
import org.apache.kafka.streams.Topology;

/**
 * Adds the sinks to the topology. The processors forward to them by name. A shared sink would join the sub-topologies, so each has its own.
 */
final class SinkNodes {

    private final Topology topology;
    private final Topics topics;
    private final FlowContext flow;

    SinkNodes(Topology topology, Topics topics, FlowContext flow) {
        this.topology = topology;
        this.topics = topics;
        this.flow = flow;
    }

    /** Adds the sinks of the processors that decide; {@code parents} holds their names. */
    void ofDecisions(String... parents) {
        topology.addSink(
                Sinks.PLANS,
                topics.exitPlans().name(),
                topics.exitPlans().key().serializer(),
                topics.exitPlans().value().serializer(),
                new PlanKeyPartitioner<>(),
                parents);
        sink(Sinks.COMMANDS, topics.commands(), parents);
        sink(Sinks.EVENTS, topics.exitEvents(), parents);
        sink(Sinks.OF_DECISIONS.deadLetters(), topics.deadLetters(), parents);
        if (!flow.isShadow()) {
            inputs(Sinks.OF_DECISIONS, parents);
        }
    }

    /** Adds the sinks of the processor {@code parent}, if the flow has it. */
    void ofExchangeEvents(String parent) {
        if (flow.readsExchangeEvents()) {
            sink(Sinks.OF_EXCHANGE_EVENTS.deadLetters(), topics.deadLetters(), parent);
            inputs(Sinks.OF_EXCHANGE_EVENTS, parent);
        }
    }

    private void inputs(Sinks names, String... parents) {
        keyed(names, topics.orderFills(), parents);
        keyed(names, topics.positions(), parents);
        keyed(names, topics.markPrices(), parents);
        keyed(names, topics.executionReports(), parents);
        sink(names.inputOf(topics.instruments().name()), topics.instruments(), parents);
    }

    private void keyed(Sinks names, Topic<byte[]> topic, String... parents) {
        topology.addSink(
                names.inputOf(topic.name()),
                topic.name(),
                topic.key().serializer(),
                topic.value().serializer(),
                new SymbolPartitioner(flow.partitions()),
                parents);
    }

    private <V> void sink(String name, Topic<V> topic, String... parents) {
        topology.addSink(
                name, topic.name(), topic.key().serializer(), topic.value().serializer(), parents);
    }
}
