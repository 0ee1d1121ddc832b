package io.exitbrain.acceptance.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.acceptance.cluster.BrokerExtension;
import io.exitbrain.acceptance.cluster.TestedLane;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.ExitTopology;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.process.EngineProcess;
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
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An engine was killed while it caught up, before it sent the MOVE of its last price. No record comes after that. */
@Timeout(180)
class WithheldMoveIT {

    private static final String SYMBOL = "BTCUSDT";
    private static final String CHANGELOG = "exit-brain-exit-plans-changelog";
    private static final long HOUR_MS = 3_600_000;

    @RegisterExtension
    private final BrokerExtension broker = BrokerExtension.withTopics();

    /** The newest state that the changelog has of an engine that read a fill at 100 and a price of 104, both an hour old. */
    private static byte[] stateWithAWithheldMove() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "exit-brain");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:0");
        FlowContext catchingUp = FlowContext.with(Policy.DEFAULT).withHistory();
        try (TopologyTestDriver driver = new TopologyTestDriver(ExitTopology.of(catchingUp, properties), properties)) {
            long then = System.currentTimeMillis() - HOUR_MS;
            input(driver, "order-fills")
                    .pipeInput(
                            SYMBOL,
                            "{'side':'BUY','price':'100','quantity':'1','leverage':5}".replace('\'', '"'),
                            then);
            input(driver, "mark-prices").pipeInput(SYMBOL, "{\"p\":\"104\"}", then + 1_000);
            List<byte[]> states = driver.createOutputTopic(
                            CHANGELOG, new StringDeserializer(), new ByteArrayDeserializer())
                    .readValuesToList();
            return states.get(states.size() - 1);
        }
    }

    private static TestInputTopic<String, String> input(TopologyTestDriver driver, String topic) {
        return driver.createInputTopic(topic, new StringSerializer(), new StringSerializer());
    }

    private void leave(byte[] state) throws Exception {
        try (Admin admin = broker.admin();
                KafkaProducer<String, byte[]> producer =
                        new KafkaProducer<>(broker.address(), new StringSerializer(), new ByteArraySerializer())) {
            admin.createTopics(List.of(new NewTopic(CHANGELOG, Optional.of(6), Optional.of((short) 1))
                            .configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get();
            producer.send(new ProducerRecord<>(CHANGELOG, SYMBOL, state)).get();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TestedLane.class,
            names = {"FAST", "PLAIN_CLASSIC"})
    void shouldBeSentAfterTheRestartByTheClock(TestedLane lane) throws Exception {
        leave(stateWithAWithheldMove());

        try (EngineProcess engine = broker.engine(lane.settings().toArray(String[]::new));
                TopicClient topics = new TopicClient(broker.bootstrapServers())) {
            List<ConsumerRecord<String, String>> commands =
                    topics.committed("trailing-stop-commands", 1, record -> SYMBOL.equals(record.key()));

            assertThat(commands)
                    .singleElement()
                    .satisfies(command -> assertThat(command.value())
                            .contains("\"version\":2,", "\"action\":\"MOVE\"", "\"stopPrice\":\"102.44\""));
            assertThat(engine.state().isRunningOrRebalancing()).isTrue();
        }
    }
}
