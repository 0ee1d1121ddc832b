package io.exitbrain.acceptance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.exitbrain.acceptance.cluster.BrokerExtension;
import io.exitbrain.acceptance.cluster.TestedLane;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.process.EngineProcess;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An upgrade from a version that planned each fill on the partition on which it came. */
@Timeout(180)
class KeptPlanIT {

    private static final String SYMBOL = "BTCUSDT";
    private static final int WRONG = Crc32Partitioner.of(SYMBOL.getBytes(StandardCharsets.UTF_8), 6);
    private static final String FILL =
            "{'side':'BUY','price':'100','quantity':'1','leverage':5,'fillId':'%s'}".replace('\'', '"');

    @RegisterExtension
    private final BrokerExtension broker = BrokerExtension.withTopics();

    /** The state of a symbol with one open position, as the store writes it. */
    private static byte[] openPosition() {
        return PlansChangelog.stateAfter(
                FlowContext.with(Policy.DEFAULT),
                engine -> engine.read("order-fills", SYMBOL, FILL.formatted("1"), System.currentTimeMillis() - 60_000));
    }

    @ParameterizedTest
    @EnumSource(
            value = TestedLane.class,
            names = {"FAST", "PLAIN_CLASSIC"})
    void shouldProtectThePlanOfAnOlderVersionWhereItIsAndSendTheNextOneToItsPartition(TestedLane lane)
            throws Exception {
        PlansChangelog.leave(broker, WRONG, SYMBOL, openPosition());
        try (EngineProcess engine = broker.engine(lane.settings().toArray(String[]::new));
                TopicClient crc = new TopicClient(broker.bootstrapServers(), Placement.CRC32)) {
            EngineHttp http = new EngineHttp(engine.httpPort());
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> http.get("/health/ready").statusCode() == 200);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> http.json("/health")
                            .path("advice")
                            .toString()
                            .contains("[BTCUSDT]: an older version planned"));

            crc.send("mark-prices", SYMBOL, "{'p':'104'}");
            assertThat(actions(crc, 1)).containsExactly("MOVE 102.44");
            crc.send("mark-prices", SYMBOL, "{'p':'102'}");
            assertThat(actions(crc, 2)).containsExactly("MOVE 102.44", "EXIT 102.44");
            assertThat(http.get("/metrics").body()).doesNotContain("exit_brain_rerouted_total");

            crc.send(
                    "order-fills",
                    SYMBOL,
                    "{'side':'SELL','price':'102','quantity':'1','reduceOnly':true,'fillId':'2'}");
            assertThat(actions(crc, 3)).last().isEqualTo("CANCEL null");

            crc.send("order-fills", SYMBOL, FILL.formatted("3"));
            crc.send("mark-prices", SYMBOL, "{'p':'97'}");
            assertThat(actions(crc, 5)).endsWith("PLACE 98", "EXIT 98");
            assertThat(http.get("/metrics").body())
                    .contains("exit_brain_rerouted_total{topic=\"order-fills\",why=\"wrong-partition\"} 1.0");
            assertThat(http.json("/health").path("advice").toString()).contains("order-fills: records are on another");
            assertThat(http.json("/plans/BTCUSDT").path("plans")).hasSize(1);
        }
    }

    private static List<String> actions(TopicClient topics, int count) {
        return topics.committed("trailing-stop-commands", count, record -> SYMBOL.equals(record.key())).stream()
                .map(ConsumerRecord::value)
                .map(value -> value.replaceAll(".*\"action\":\"([A-Z]+)\".*\"stopPrice\":\"?([0-9.a-z]+).*", "$1 $2"))
                .toList();
    }
}
