package io.exitbrain.acceptance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.exitbrain.topology.process.EngineProcess;
import io.exitbrain.topology.settings.SettingsReader;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The promises of the engine, on a real broker and under exactly-once. Each test has symbols of its own. */
@Timeout(120)
abstract class EngineSuite extends EngineFixture {

    private static final String FILL = "{'side':'BUY','price':'100','quantity':'1','leverage':5}";

    @Test
    void shouldPlanAFillPlaceItsStopAndAnswerQueries() {
        topics.send("order-fills", "QRYUSDT", FILL);

        assertThat(commandsOf("QRYUSDT", 1).get(0).value()).contains("\"action\":\"PLACE\"", "\"stopPrice\":\"98\"");
        assertThat(topics.committed("exit-plans", 1, record -> "QRYUSDT".equals(record.key())))
                .hasSize(1);
        JsonNode answer = http.json("/plans/QRYUSDT");
        assertThat(answer.path("symbol").asText()).isEqualTo("QRYUSDT");
        assertThat(answer.path("plans")).hasSize(1);
        assertThat(answer.path("plans").get(0).path("stop").path("price").asText())
                .isEqualTo("98");
        assertThat(http.json("/plans/QRYUSDT/trailing").toString())
                .isEqualTo(
                        "{\"enabled\":true,\"callbackPct\":\"0.015\",\"activationPct\":\"0.02\",\"activationPrice\":\"102\","
                                + "\"sizePct\":\"1\"}");
        assertThat(http.json("/plans").findValuesAsText("symbol")).contains("QRYUSDT");
    }

    @Test
    void shouldAskWhichSideOfAHedgedSymbolIsMeant() {
        topics.send(
                "order-fills",
                "HDGUSDT",
                "{'side':'BUY','positionSide':'LONG','price':'100','quantity':'1','leverage':4}");
        topics.send(
                "order-fills",
                "HDGUSDT",
                "{'side':'SELL','positionSide':'SHORT','price':'100','quantity':'1','leverage':4}");
        commandsOf("HDGUSDT", 2);

        assertThat(http.get("/plans/HDGUSDT/trailing").statusCode()).isEqualTo(400);
        assertThat(http.json("/plans/HDGUSDT/trailing?positionSide=SHORT")
                        .path("activationPrice")
                        .asText())
                .isEqualTo("97.5");
    }

    @Test
    void shouldAnswerWithASentenceForAnUnknownSymbol() {
        HttpResponse<String> answer = http.get("/plans/NOBODY");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("no active plan for NOBODY");
        assertThat(http.get("/nonsense").statusCode()).isEqualTo(404);
        assertThat(http.get("/nonsense").body()).contains("try /plans");
    }

    @Test
    void shouldWriteInvalidRecordsToDeadLettersAndContinueUnderExactlyOnce() {
        List<String> bad = List.of(
                "{'symbol':'BADUSDT','side':'BUY','price':0,'quantity':'1'}",
                "not json",
                "x".repeat(1_000_000),
                "{'side':'UP','price':'1','quantity':'1'}",
                "{'side':'BUY','price':'1e400','quantity':'1'}");
        bad.forEach(value -> topics.send("order-fills", "BADUSDT", value));
        topics.send("order-fills", "BADUSDT", null);
        topics.send("order-fills", "BADUSDT", FILL);

        List<ConsumerRecord<String, String>> letters =
                topics.committed("dead-letters", 6, record -> "BADUSDT".equals(record.key()));
        assertThat(letters)
                .extracting(ConsumerRecord::value)
                .startsWith(bad.get(0).replace('\'', '"'), "not json");
        assertThat(letters)
                .extracting(TopicClient::reasonOf)
                .satisfiesExactly(
                        reason -> assertThat(reason).startsWith("price must be > 0, was 0"),
                        reason -> assertThat(reason).startsWith("not JSON"),
                        reason -> assertThat(reason).startsWith("value is 1000000 bytes"),
                        reason -> assertThat(reason).startsWith("side must be BUY or SELL, was \"UP\""),
                        reason -> assertThat(reason).startsWith("price must have at most 64 digits"),
                        reason -> assertThat(reason).startsWith("value is null"));
        assertThat(letters)
                .allSatisfy(letter -> assertThat(letter.headers().lastHeader("__streams.errors.topic"))
                        .isNotNull());
        assertThat(commandsOf("BADUSDT", 1)).hasSize(1);
    }

    @Test
    void shouldMoveUnkeyedRecordsToThePartitionOfTheirSymbol() {
        topics.send("order-fills", null, "{'symbol':'KEYUSDT','side':'BUY','price':'100','quantity':'1','leverage':4}");
        topics.send("mark-prices", null, "{'e':'markPriceUpdate','s':'KEYUSDT','p':'90','T':1}");
        topics.send("order-fills", null, "{'side':'BUY','price':'100','quantity':'1'}");

        assertThat(commandsOf("KEYUSDT", 1).get(0).value()).contains("PLACE");
        assertThat(topics.committed("dead-letters", 1, record -> record.key() == null))
                .singleElement()
                .satisfies(letter -> assertThat(TopicClient.reasonOf(letter)).startsWith("key is null"));
    }

    @Test
    void shouldFollowAPositionFromOrphanToTombstone() {
        // 5 s old, so that the flat one below cannot be an answer from before it
        long opened = System.currentTimeMillis() - 5_000;
        topics.send(
                "positions",
                "RUNUSDT",
                "{'positionAmt':'2','entryPrice':'100','markPrice':'100','leverage':'5','updateTime':" + opened + "}");
        List<String> prices = List.of("102", "103", "104", "102.3");
        for (int i = 0; i < prices.size(); i++) {
            // each waits for the command before it, because a price that is read late sends no MOVE of its own
            commandsOf("RUNUSDT", i + 1);
            topics.send("mark-prices", "RUNUSDT", "{'p':'" + prices.get(i) + "'}");
        }
        assertThat(commandsOf("RUNUSDT", 5))
                .extracting(record ->
                        record.value().replaceAll(".*\"action\":\"([A-Z]+)\".*\"stopPrice\":\"?([0-9.]+).*", "$1 $2"))
                .containsExactly("PLACE 98", "MOVE 100.47", "MOVE 101.455", "MOVE 102.44", "EXIT 102.44");

        topics.send("positions", "RUNUSDT", "{'positionAmt':'0'}");
        assertThat(commandsOf("RUNUSDT", 6).get(5).value()).contains("CANCEL", "POSITION_CLOSED");
        assertThat(topics.committed("exit-plans", 2, record -> "RUNUSDT".equals(record.key())))
                .last()
                .satisfies(record -> assertThat(record.value()).isNull());
    }

    @Test
    void shouldContinueWithTheLastGoodContextAndReportTheBadOne() {
        topics.send("exit-context", "PSNUSDT", "{'maxLossPct':'0.004'}");
        topics.send("exit-context", "PSNUSDT", "{'riskMode':");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(http.json("/health").path("reasons").toString())
                                .contains("exit-context/PSNUSDT"));
        assertThat(http.json("/health").path("status").asText()).isEqualTo("DEGRADED");

        topics.send("order-fills", "PSNUSDT", FILL);
        assertThat(commandsOf("PSNUSDT", 1).get(0).value()).contains("\"stopPrice\":\"99.6\"");

        topics.send("exit-context", "PSNUSDT", null);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(http.json("/health").path("reasons").toString())
                                .doesNotContain("PSNUSDT"));
    }

    @Test
    void shouldReportHealthAndMetrics() {
        topics.send("order-fills", "HLTUSDT", FILL);
        commandsOf("HLTUSDT", 1);
        int lettersBefore = http.json("/health").path("dead_letters").intValue();
        topics.send("order-fills", "HLTUSDT", "not json");
        topics.committed("dead-letters", 1, record -> "HLTUSDT".equals(record.key()));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode health = http.json("/health");
            assertThat(health.path("reasons").toString()).isEqualTo("[]");
            assertThat(health.path("status").textValue()).isEqualTo("OK");
            assertThat(health.path("lag_records").asText()).isEqualTo("0");
            assertThat(health.path("dead_letters").intValue()).isEqualTo(lettersBefore + 1);
        });
        JsonNode health = http.json("/health");
        assertThat(health.path("service").asText()).isEqualTo("risk-safety-service");
        assertThat(health.path("open_positions").intValue()).isPositive();
        assertThat(health.path("unprotected_positions").asText()).isEqualTo("0");
        assertThat(health.path("oldest_unprotected_ms").asText()).isEqualTo("0");
        assertThat(health.path("bugs").asText()).isEqualTo("0");
        assertThat(health.path("newest_input_age_ms").asLong(-1)).isBetween(0L, 30_000L);
        assertThat(http.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(http.get("/metrics").body())
                .contains(
                        "exit_brain_commands_total{action=\"place\",reason=\"initial_stop\"}",
                        "exit_brain_input_records_total{topic=\"order-fills\"}");
    }

    @Test
    void shouldRefuseAPortThatIsTaken() {
        assertThatThrownBy(() -> EngineProcess.start(SettingsReader.read(
                        Optional.empty(),
                        Map.of(),
                        List.of(
                                "kafka.bootstrap.servers=" + bootstrapServers,
                                "http.port=" + engine.httpPort(),
                                "application.id=second",
                                "state.dir=" + folder.resolve("second")))))
                .hasMessageContaining("cannot listen on http://127.0.0.1:" + engine.httpPort())
                .hasMessageContaining("choose another port");
    }
}
