package io.exitbrain.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.policy.PolicyFile;
import io.exitbrain.topology.replay.FlowDriver;
import io.exitbrain.topology.vitals.TaskVitals;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole flow in a test driver, from input topics to output topics. */
class FlowTest {

    private static final String FILL = "{'symbol':'BTCUSDT','side':'BUY','price':'100','quantity':'1','leverage':5}";

    private Flow flow = new Flow();

    @AfterEach
    void close() {
        flow.close();
    }

    @Test
    void shouldPlanAFillAndPlaceItsStopInTheSameStep() {
        assertThat(flow.sends("order-fills", "BTCUSDT", FILL).lines())
                .containsExactly("exit-plans BTCUSDT FILL 1", "trailing-stop-commands BTCUSDT v1 PLACE 98 1");
    }

    @Test
    void shouldRekeyAFillWithoutAKeyByItsSymbol() {
        assertThat(flow.sendsUnkeyed("order-fills", FILL).lines())
                .containsExactly("exit-plans BTCUSDT FILL 1", "trailing-stop-commands BTCUSDT v1 PLACE 98 1");
    }

    @Test
    void shouldRefuseAnUnkeyedRecordThatNamesNoSymbol() {
        assertThat(flow.sendsUnkeyed("positions", "{'positionAmt':'1'}").lines())
                .singleElement()
                .asString()
                .startsWith("dead-letters - key is null")
                .contains("symbol");
    }

    @Test
    void shouldBackfillAnOrphanInTheStepThatSeesIt() {
        flow.sends("positions", "ETHUSDT", "{'positionAmt':'-2','entryPrice':'100','markPrice':'100','leverage':'5'}");

        assertThat(flow.lines())
                .containsExactly("exit-plans ETHUSDT ORPHAN 2", "trailing-stop-commands ETHUSDT v1 PLACE 102 2");
    }

    @Test
    void shouldTakeLeverageFromTheJoinedPosition() {
        flow.sends("positions", "BTCUSDT", "{'positionAmt':'0','leverage':'20'}");
        flow.sends("order-fills", "BTCUSDT", "{'side':'BUY','price':'100','quantity':'1'}");

        assertThat(flow.lines())
                .containsExactly("exit-plans BTCUSDT FILL 1", "trailing-stop-commands BTCUSDT v1 PLACE 99.5 1");
    }

    @Test
    void shouldRemoveThePlanOfAPositionWhoseRecordIsDeleted() {
        flow.sends("order-fills", "BTCUSDT", FILL).waits(5_000).lines();

        assertThat(flow.sendsNull("positions", "BTCUSDT").lines())
                .containsExactly("exit-plans BTCUSDT gone", "trailing-stop-commands BTCUSDT v2 CANCEL null null");
    }

    @Test
    void shouldWriteHedgePlansUnderTheirSide() {
        flow.sends("order-fills", "BTCUSDT", "{'side':'SELL','positionSide':'SHORT','price':'100','quantity':'1'}");

        assertThat(flow.lines()).first().isEqualTo("exit-plans BTCUSDT/SHORT FILL 1");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'symbol':'BTCUSDT','side':'BUY','price':0,'quantity':'1'} | price must be > 0, was 0",
                "not json | not JSON",
                "{'side':'UP','price':'1','quantity':'1'} | side must be BUY or SELL",
                "{'side':'BUY','price':'1e400','quantity':'1'} | price must have at most 64 digits",
                "{'action':'BUY','price':'1','quantity':'1'} | side is missing",
                "[] | object"
            })
    void shouldSendABadFillToTheDeadLettersWithItsReasonAndGoOn(String value, String reason) {
        flow.sends("order-fills", "BTCUSDT", value);
        assertThat(flow.lines())
                .singleElement()
                .asString()
                .startsWith("dead-letters BTCUSDT ")
                .contains(reason)
                .endsWith("(order-fills-0@0)");

        assertThat(flow.sends("order-fills", "BTCUSDT", FILL).lines()).hasSize(2);
        assertThat(flow.vitals().deadLetters().total()).isEqualTo(1);
    }

    @Test
    void shouldSendANullFillAndAHugeOneToTheDeadLetters() {
        flow.sendsNull("order-fills", "BTCUSDT").sends("order-fills", "BTCUSDT", "x".repeat(1_000_000));

        assertThat(flow.lines())
                .hasSize(2)
                .allMatch(deadLetter -> deadLetter.startsWith("dead-letters BTCUSDT value is "));
    }

    @Test
    void shouldNameTheCauseOfEveryEvent() {
        flow.sends("order-fills", "BTCUSDT", FILL);

        FlowDriver.Emitted event = flow.emitted().stream()
                .filter(record -> record.topic().equals("exit-events"))
                .findFirst()
                .orElseThrow();
        assertThat(Flow.parse(event.value().orElseThrow()).path("cause").toString())
                .isEqualTo("{\"topic\":\"order-fills\",\"partition\":0,\"offset\":0,\"value\":\"BUY 1 @ 100\"}");
    }

    @Test
    void shouldExitWithinTwoSecondsOfAnEmergencyWithoutAPrice() {
        flow.sends("order-fills", "BTCUSDT", FILL).lines();
        flow.sends("exit-context", "*", "{'riskMode':'ESS_ACTIVE'}");

        assertThat(flow.waits(1_000).lines()).containsExactly("trailing-stop-commands BTCUSDT v2 EXIT 98 1");
    }

    @Test
    void shouldKeepTheLastGoodContextWhenABadOneComes() {
        flow.sends("exit-context", "*", "{'riskMode':'CRITICAL'}");
        flow.sends("exit-context", "*", "not json").sends("instruments", "BTCUSDT", "{'tickSize':'0'}");
        flow.sends("order-fills", "BTCUSDT", "{'side':'BUY','price':'100','quantity':'1','leverage':1}");

        assertThat(flow.lines()).contains("trailing-stop-commands BTCUSDT v1 PLACE 98.75 1");
    }

    @Test
    void shouldQuantiseWithTheInstrument() {
        flow.sends("instruments", "BTCUSDT", "{'tickSize':'0.5','stepSize':'0.1'}");
        flow.sends("order-fills", "BTCUSDT", "{'side':'BUY','price':'101','quantity':'1','leverage':5}");

        assertThat(flow.lines()).contains("trailing-stop-commands BTCUSDT v1 PLACE 99.0 1.0");
    }

    @Test
    void shouldRepeatAnExitByTheWallClockOnly() {
        flow.sends("order-fills", "BTCUSDT", FILL)
                .sends("mark-prices", "BTCUSDT", "{'p':'97'}")
                .lines();

        assertThat(flow.waits(9_000).lines()).isEmpty();
        assertThat(flow.waits(1_000).lines()).containsExactly("trailing-stop-commands BTCUSDT v2 EXIT 98 1");
    }

    @Test
    void shouldEmitTheSameForASymbolThatWasSilentForLong() {
        String[][] life = {
            {"order-fills", FILL},
            {"mark-prices", "{'p':'101'}"},
            {"mark-prices", "{'p':'104'}"},
            {"mark-prices", "{'p':'103'}"},
            {"order-fills", "{'side':'BUY','price':'103','quantity':'1','leverage':5,'fillId':'add'}"},
            {"mark-prices", "{'p':'106'}"},
            {"order-fills", "{'side':'BUY','price':'103','quantity':'1','leverage':5,'fillId':'add'}"},
            {"mark-prices", "{'p':'105.5'}"},
            {"mark-prices", "{'p':'104'}"},
        };
        List<String> withoutSilence = new ArrayList<>();
        List<String> withSilence = new ArrayList<>();
        try (Flow silent = leavingAllToTheStore()) {
            for (String[] record : life) {
                withoutSilence.addAll(
                        flow.sends(record[0], "BTCUSDT", record[1]).lines());
                withSilence.addAll(silent.sends(record[0], "BTCUSDT", record[1]).lines());
                silentFor15Seconds(silent, record);
            }
        }

        assertThat(withSilence).isEqualTo(withoutSilence).anyMatch(line -> line.contains("EXIT"));
    }

    private static Flow leavingAllToTheStore() {
        return new Flow(FlowContext.with(Policy.DEFAULT).withDecodedSymbols(0));
    }

    // Time alone must emit nothing except a repeated exit.
    private static void silentFor15Seconds(Flow flow, String[] after) {
        for (int second = 0; second < 15; second++) {
            assertThat(flow.waits(1_000).lines())
                    .as("after %s", after[1])
                    .allMatch(line -> after[1].contains("104'}") && line.contains("EXIT"));
        }
    }

    @Test
    void shouldExitASymbolThatWasSilentForLongInAnEmergency() {
        try (Flow silent = leavingAllToTheStore()) {
            silent.sends("order-fills", "BTCUSDT", FILL).lines();
            silentFor15Seconds(silent, new String[] {"order-fills", FILL});
            silent.sends("exit-context", "*", "{'riskMode':'ESS_ACTIVE'}");

            assertThat(silent.waits(1_000).lines()).containsExactly("trailing-stop-commands BTCUSDT v2 EXIT 98 1");
        }
    }

    @Test
    void shouldCountUnprotectedPositions() {
        flow.sends("positions", "BTCUSDT", "{'positionAmt':'1'}").waits(4_000);

        assertThat(flow.vitals().positions().unprotected()).isEqualTo(1);
        assertThat(flow.vitals().positions().oldestUnprotectedMs()).isGreaterThanOrEqualTo(3_000);
        flow.sends("mark-prices", "BTCUSDT", "{'p':'97'}").waits(1_000);
        assertThat(flow.vitals().positions()).isEqualTo(new TaskVitals(1, 0, 0, 0, 0, 1, 0));
    }

    @Test
    void shouldWriteOnlyShadowTopicsAndRekeyNothingInShadowMode() {
        flow.close();
        flow = new Flow(PolicyFile.read("test", "exit-brain: {mode: shadow}"));
        flow.sendsUnkeyed("order-fills", FILL);
        assertThat(flow.lines()).isEmpty();

        flow.sends("order-fills", "BTCUSDT", FILL).sends("order-fills", "BTCUSDT", "bad");
        assertThat(flow.emitted()).extracting(FlowDriver.Emitted::topic).allMatch(topic -> topic.startsWith("shadow."));
    }

    @Test
    void shouldProtectFiveShortsInProfitSeenOnlyAsSnapshots() {
        List.of("A", "B", "C", "D", "E")
                .forEach(symbol -> flow.sends(
                        "positions",
                        symbol,
                        "{'positionAmt':'-1','entryPrice':'100','markPrice':'80','leverage':'5'}"));

        assertThat(flow.lines())
                .filteredOn(line -> line.startsWith("trailing"))
                .hasSize(5)
                .allMatch(line -> line.endsWith("v1 PLACE 80.8 1"));
    }
}
