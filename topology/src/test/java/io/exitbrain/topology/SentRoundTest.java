package io.exitbrain.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.context.Lane;
import io.exitbrain.topology.policy.PolicyFile;
import io.exitbrain.topology.replay.ReplayDriver;
import io.exitbrain.topology.vitals.Reroutes.Route;
import io.exitbrain.topology.vitals.Vitals.Skip;
import io.exitbrain.topology.vitals.Why;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records that are not one message of their own key: each message gets to its topic under its symbol. */
class SentRoundTest {

    private static final String FILL = "{'symbol':'BTCUSDT','side':'BUY','price':'100','quantity':'1','leverage':5}";
    private static final String PLACED = "trailing-stop-commands BTCUSDT v1 PLACE 98 1";

    private Flow flow = new Flow();

    private void start(Lane lane) {
        flow.close();
        flow = new Flow(FlowContext.with(Policy.DEFAULT).with(lane));
    }

    @AfterEach
    void close() {
        flow.close();
    }

    private List<String> commands() {
        return flow.lines().stream()
                .filter(line -> line.startsWith("trailing-stop-commands"))
                .toList();
    }

    private List<String> causes() {
        return flow.emitted().stream()
                .filter(record -> record.topic().equals("exit-events"))
                .map(record -> new String(record.value().orElseThrow(), StandardCharsets.UTF_8))
                .map(event -> event.replaceAll(
                        ".*\"cause\":\\{\"topic\":\"([^\"]+)\",\"partition\":([0-9]+),\"offset\":([0-9]+).*",
                        "$1-$2@$3"))
                .distinct()
                .toList();
    }

    private long counted(String topic, Why why) {
        return flow.vitals().reroutes().counts().of(new Route(topic, why));
    }

    @ParameterizedTest
    @EnumSource(Lane.class)
    void shouldSendAFillUnderAnotherKeyToItsSymbol(Lane lane) {
        start(lane);

        assertThat(flow.sends("order-fills", "account-7", FILL).lines()).contains(PLACED);
        assertThat(counted("order-fills", Why.FOREIGN_KEY)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Lane.class)
    void shouldDistributeExchangeEventsOfAnyKind(Lane lane) {
        start(lane);
        flow.sendsUnkeyed("exchange-events", "{'symbol':'BTCUSDT','tickSize':'0.1','stepSize':'1'}");
        flow.sendsUnkeyed("exchange-events", FILL);
        assertThat(commands()).containsExactly("trailing-stop-commands BTCUSDT v1 PLACE 98.0 1");

        flow.sends("exchange-events", "anything", "{'symbol':'BTCUSDT','markPrice':'104'}");
        assertThat(commands()).containsExactly("trailing-stop-commands BTCUSDT v2 MOVE 102.5 1");

        flow.sendsUnkeyed("exchange-events", "{'symbol':'BTCUSDT','positionAmt':'0'}")
                .waits(20_000);
        assertThat(flow.vitals().reroutes().advice(Flow.START)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Lane.class)
    void shouldNameTheFirstRecordAsTheCauseAndKeepItsTime(Lane lane) {
        start(lane);
        flow.sendsUnkeyed("exchange-events", "{'symbol':'ETHUSDT','markPrice':'104'}");
        flow.sendsUnkeyed("exchange-events", FILL);

        assertThat(causes()).containsExactly("exchange-events-0@1");

        flow.sendsUnkeyed("mark-prices", "{'symbol':'BTCUSDT','markPrice':'97'}");
        List<ReplayDriver.Emitted> exit = flow.emitted();
        assertThat(exit).isNotEmpty().allMatch(record -> record.timestamp() == Flow.START + 20);
    }

    @ParameterizedTest
    @EnumSource(Lane.class)
    void shouldWriteNoInputAndCountInShadowMode(Lane lane) {
        flow.close();
        flow = new Flow(FlowContext.with(PolicyFile.read("test", "exit-brain: {mode: shadow}"))
                .with(lane));
        flow.sendsUnkeyed("order-fills", FILL).sendsUnkeyed("mark-prices", "{'symbol':'BTCUSDT','markPrice':'97'}");

        assertThat(flow.emitted()).isEmpty();
        assertThat(flow.vitals().skipped().of(new Skip("shadow", "no-key"))).isEqualTo(2);
        assertThat(flow.vitals().reroutes().advice(Flow.START)).isEmpty();
    }
}
