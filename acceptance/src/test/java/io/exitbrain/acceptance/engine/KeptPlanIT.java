package io.exitbrain.acceptance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.exitbrain.acceptance.cluster.BrokerExtension;
import io.exitbrain.acceptance.cluster.TestedLane;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.ExitTopology;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.process.EngineProcess;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An upgrade from a version that planned each fill on the partition on which it came. */
@Timeout(180)
class KeptPlanIT {

    private static final String SYMBOL = "BTCUSDT";
    private static final int WRONG = Crc32Partitioner.of(SYMBOL.getBytes(StandardCharsets.UTF_8), 6);
    private static final String CHANGELOG = "exit-brain-exit-plans-changelog";
    private static final String FILL =
            "{'side':'BUY','price':'100','quantity':'1','leverage':5,'fillId':'%s'}".replace('\'', '"');

    @RegisterExtension
    private final BrokerExtension broker = BrokerExtension.withTopics();

    /** The state of a symbol with one open position, as the store writes it. */
    private static byte[] openPosition() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "exit-brain");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:0");
        try (TopologyTestDriver driver =
                new TopologyTestDriver(ExitTopology.of(FlowContext.with(Policy.DEFAULT), properties), properties)) {
            driver.createInputTopic("order-fills", new StringSerializer(), new StringSerializer())
                    .pipeInput(SYMBOL, FILL.formatted("1"), System.currentTimeMillis() - 60_000);
            return driver.createOutputTopic(CHANGELOG, new StringDeserializer(), new ByteArrayDeserializer())
                    .readValue();
        }
    }

    private void keepOnTheWrongPartition(byte[] state) throws Exception {
        try (Admin admin = broker.admin();
                KafkaProducer<String, byte[]> producer =
                        new KafkaProducer<>(broker.address(), new StringSerializer(), new ByteArraySerializer())) {
            admin.createTopics(List.of(new NewTopic(CHANGELOG, Optional.of(6), Optional.of((short) 1))
                            .configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get();
            producer.send(new ProducerRecord<>(CHANGELOG, WRONG, SYMBOL, state)).get();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TestedLane.class,
            names = {"FAST", "PLAIN_CLASSIC"})
    void shouldProtectThePlanOfAnOlderVersionWhereItIsAndSendTheNextOneToItsPartition(TestedLane lane)
            throws Exception {
        keepOnTheWrongPartition(openPosition());
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
