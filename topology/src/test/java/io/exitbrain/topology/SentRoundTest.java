package io.exitbrain.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.context.Lane;
import io.exitbrain.topology.policy.PolicyFile;
import io.exitbrain.topology.replay.FlowDriver;
import io.exitbrain.topology.vitals.Reroutes.Route;
import io.exitbrain.topology.vitals.Vitals.Skip;
import io.exitbrain.topology.vitals.Why;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records that are not one message of their own key: each message gets to its topic under its symbol. */
class SentRoundTest {

    private static final String FILL =
            "{'symbol':'BTCUSDT','side':'BUY','price':'100','quantity':'1','leverage':5,'fillId':'1'}";
    private static final String SHORT =
            "{'symbol':'ETHUSDT','side':'SELL','price':'100','quantity':'1','leverage':5,'fillId':'1'}";
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
    void shouldSendEachMessageOfAnArrayToItsSymbol(Lane lane) {
        start(lane);
        flow.sendsUnkeyed("order-fills", "[" + FILL + "," + SHORT + "]");
        assertThat(commands()).containsExactly(PLACED, "trailing-stop-commands ETHUSDT v1 PLACE 102 1");
        assertThat(counted("order-fills", Why.NO_KEY)).isEqualTo(1);

        flow.sends(
                "mark-prices",
                "BTCUSDT",
                "[{'symbol':'BTCUSDT','markPrice':'97'},{'symbol':'ETHUSDT','markPrice':'103'}]");
        assertThat(commands())
                .containsExactly(
                        "trailing-stop-commands BTCUSDT v2 EXIT 98 1", "trailing-stop-commands ETHUSDT v2 EXIT 102 1");
        assertThat(counted("mark-prices", Why.SEVERAL)).isEqualTo(1);
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
        List<FlowDriver.Emitted> exit = flow.emitted();
        assertThat(exit).isNotEmpty().allMatch(record -> record.timestamp() == Flow.START + 20);
    }

    @ParameterizedTest
    @EnumSource(Lane.class)
    void shouldWriteOneDeadLetterForTheBadElementsAndUseTheOthers(Lane lane) {
        start(lane);
        flow.sendsUnkeyed(
                "exchange-events",
                "[{'symbol':'ETHUSDT','side':'UP','price':'1','quantity':'1','fillId':'1'}," + FILL + "]");

        List<String> lines = flow.lines();
        assertThat(lines).contains(PLACED);
        assertThat(lines)
                .filteredOn(line -> line.startsWith("dead-letters"))
                .singleElement()
                .asString()
                .contains("side must be BUY or SELL", "(exchange-events-0@0)");
        assertThat(flow.vitals().deadLetters().total()).isEqualTo(1);
    }

    @Test
    void shouldCountAnArrayWithoutElementsAmongExchangeEvents() {
        flow.sends("exchange-events", "BTCUSDT", "[]");

        assertThat(flow.emitted()).isEmpty();
        assertThat(flow.vitals().skipped().keys()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Lane.class)
    void shouldSkipWhatIsNothingForTheEngine(Lane lane) {
        start(lane);
        String acknowledged =
                "{'e':'ORDER_TRADE_UPDATE','E':1764000000000,'T':1764000000000,'o':{'s':'BTCUSDT','c':'web_1','S':'BUY',"
                        + "'o':'LIMIT','q':'1','p':'100','ap':'0','x':'NEW','X':'NEW','i':1,'l':'0','z':'0','L':'0','T':1764000000000,'t':0,"
                        + "'R':false,'ps':'BOTH'}}";
        for (int i = 0; i < 20; i++) {
            flow.sends("order-fills", "BTCUSDT", acknowledged).sendsUnkeyed("exchange-events", acknowledged);
        }

        assertThat(flow.emitted()).isEmpty();
        assertThat(flow.vitals().skipped().keys()).isNotEmpty();
        assertThat(flow.vitals().deadLetters().total()).isZero();
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
