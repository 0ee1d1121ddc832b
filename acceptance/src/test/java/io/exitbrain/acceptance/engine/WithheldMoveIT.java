package io.exitbrain.acceptance.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.acceptance.cluster.BrokerExtension;
import io.exitbrain.acceptance.cluster.TestedLane;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.process.EngineProcess;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An engine was killed while it caught up, before it sent the MOVE of its last price. No record comes after that. */
@Timeout(180)
class WithheldMoveIT {

    private static final String SYMBOL = "BTCUSDT";
    private static final long HOUR_MS = 3_600_000;

    @RegisterExtension
    private final BrokerExtension broker = BrokerExtension.withTopics();

    /** The state of an engine that read a fill at 100 and a price of 104, both an hour old. */
    private static byte[] stateWithAWithheldMove() {
        long then = System.currentTimeMillis() - HOUR_MS;
        return PlansChangelog.stateAfter(FlowContext.with(Policy.DEFAULT).withHistory(), engine -> {
            engine.read("order-fills", SYMBOL, "{'side':'BUY','price':'100','quantity':'1','leverage':5}", then);
            engine.read("mark-prices", SYMBOL, "{'p':'104'}", then + 1_000);
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = TestedLane.class,
            names = {"FAST", "PLAIN_CLASSIC"})
    void shouldBeSentAfterTheRestartByTheClock(TestedLane lane) throws Exception {
        PlansChangelog.leave(broker, SYMBOL, stateWithAWithheldMove());

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
