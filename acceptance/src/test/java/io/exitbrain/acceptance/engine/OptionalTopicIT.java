package io.exitbrain.acceptance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.exitbrain.acceptance.cluster.BrokerExtension;
import io.exitbrain.topology.process.EngineProcess;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The engine on a cluster that has no {@code exchange-events}. */
@Timeout(120)
class OptionalTopicIT {

    @RegisterExtension
    private final BrokerExtension broker = BrokerExtension.withTopics();

    @Test
    void shouldProtectPositionsWithoutTheTopicOfExchangeEvents() throws Exception {
        try (Admin admin = broker.admin()) {
            admin.deleteTopics(List.of("exchange-events")).all().get();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !admin.listTopics().names().get().contains("exchange-events"));
        }
        try (EngineProcess engine = broker.engine("topics.create=false");
                TopicClient topics = new TopicClient(broker.bootstrapServers())) {
            topics.send("order-fills", "BTCUSDT", "{'side':'BUY','price':'100','quantity':'1','leverage':5}");

            assertThat(topics.committed("trailing-stop-commands", 1, record -> "BTCUSDT".equals(record.key()))
                            .get(0)
                            .value())
                    .contains("\"action\":\"PLACE\"");
            assertThat(new EngineHttp(engine.httpPort())
                            .json("/health")
                            .path("status")
                            .asText())
                    .isEqualTo("OK");
        }
    }
}
