package io.exitbrain.topology.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.topology.Topics;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.history.Consumers;
import io.exitbrain.topology.history.History;
import io.exitbrain.topology.history.TopicTail;
import io.exitbrain.topology.page.HealthSource;
import io.exitbrain.topology.page.PageParts;
import io.exitbrain.topology.page.PositionSource;

/** What the operator's page of a running engine shows. */
final class PageWiring {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PageWiring() {}

    static PageParts parts(
            PositionSource positions, EngineHealth health, FlowContext flow, Consumers consumers, String topology) {
        Topics topics = Topics.of(flow.policy().mode());
        return new PageParts(
                positions,
                of(health),
                () -> TopicTail.open(consumers, topics, System.currentTimeMillis()),
                new History(consumers, topics),
                topology);
    }

    private static HealthSource of(EngineHealth health) {
        return () -> {
            try {
                return (ObjectNode) JSON.readTree(health.report().json());
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException("the report is JSON", impossible);
            }
        };
    }
}
