package io.exitbrain.topology.http;

import io.exitbrain.topology.Topics;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.health.EngineHealth;
import io.exitbrain.topology.history.Consumers;
import io.exitbrain.topology.history.History;
import io.exitbrain.topology.history.TopicTail;
import io.exitbrain.topology.page.PageParts;
import io.exitbrain.topology.page.PositionSource;

/** What the operator's page of a running engine shows. */
final class PageWiring {

    private PageWiring() {}

    static PageParts parts(
            PositionSource positions, EngineHealth health, FlowContext flow, Consumers consumers, String topology) {
        Topics topics = Topics.of(flow.policy().mode());
        return new PageParts(
                positions,
                () -> health.report().body(),
                () -> TopicTail.open(consumers, topics, System.currentTimeMillis()),
                new History(consumers, topics),
                topology);
    }
}
