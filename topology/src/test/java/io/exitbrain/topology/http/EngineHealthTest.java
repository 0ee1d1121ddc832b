package io.exitbrain.topology.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exitbrain.domain.decision.Step;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.topology.context.ReferenceData;
import io.exitbrain.topology.settings.HealthLimits;
import io.exitbrain.topology.vitals.Reroutes;
import io.exitbrain.topology.vitals.TaskVitals;
import io.exitbrain.topology.vitals.Vitals;
import io.exitbrain.topology.vitals.Why;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits of health: one value below each limit, and one on it. */
class EngineHealthTest {

    private static final long NOW = 1_764_000_000_000L;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FakeStreams streams = new FakeStreams("here:1", Map.of());
    private final Vitals vitals = new Vitals();
    private final ReferenceData reference = new ReferenceData(new Vitals());
    private final EngineHealth health =
            new EngineHealth(streams, vitals, reference, new HealthLimits(2, 100, 30_000), () -> NOW);

    private JsonNode report() {
        try {
            return JSON.readTree(health.report().json());
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("health is JSON", notJson);
        }
    }

    private void shouldBe(String status, String... reasons) {
        JsonNode report = report();
        assertThat(report.path("status").asText()).isEqualTo(status);
        assertThat(report.path("reasons")).map(JsonNode::asText).containsExactly(reasons);
        assertThat(health.report().status()).isEqualTo(status.equals("DOWN") ? 503 : 200);
    }

    private static TaskVitals unprotected(int positions, long oldestMs) {
        return new TaskVitals(3, positions, oldestMs, 0, 0, 0, 0);
    }

    @Test
    void shouldBeOkWhereNothingIsWrong() {
        vitals.received(1, NOW);
        vitals.counted("0_0", new TaskVitals(3, 0, 0, 0, 0, 0, 0));

        shouldBe("OK");
    }

    @ParameterizedTest
    @CsvSource({"CREATED, DEGRADED", "REBALANCING, DEGRADED", "PENDING_ERROR, DOWN", "ERROR, DOWN", "NOT_RUNNING, DOWN"
    })
    void shouldFollowTheStateOfStreams(KafkaStreams.State state, String status) {
        streams.state = state;

        shouldBe(status, "the engine is " + state);
        assertThat(health.ready().status()).isEqualTo(503);
        assertThat(health.live().status()).isEqualTo(status.equals("DOWN") ? 503 : 200);
    }

    @Test
    void shouldBeDownWithADeadThread() {
        streams.hasDeadThread = true;

        shouldBe("DOWN", "a stream thread is dead");
    }

    @Test
    void shouldSayHowManyRecordsAnOpenTransactionHides() {
        streams.lagRecords = 120;
        streams.hiddenRecords = 110;

        shouldBe("DEGRADED", "120 records are waiting, 110 of them behind an open transaction of a producer");
    }

    @Test
    void shouldAdviseAndStayOkWhereRecordsAreSentToAnotherPartition() {
        Reroutes.Route route = new Reroutes.Route("mark-prices", Why.WRONG_PARTITION);
        assertThat(vitals.reroutes().add(route, NOW - 3_599_999)).isTrue();
        assertThat(vitals.reroutes().add(route, NOW - 3_599_998)).isFalse();

        shouldBe("OK");
        assertThat(report().path("advice"))
                .singleElement()
                .satisfies(advice -> assertThat(advice.asText())
                        .startsWith("mark-prices: records are on another partition than murmur2")
                        .contains("partitioner=murmur2_random")
                        .endsWith("(2 so far)"));
    }

    @Test
    void shouldForgetAdviceAfterAnHour() {
        vitals.reroutes().add(new Reroutes.Route("mark-prices", Why.SEVERAL), NOW - 3_600_000);

        assertThat(report().path("advice")).isEmpty();
    }

    @Test
    void shouldStayOkWhileRecordsAreSkipped() {
        for (int i = 0; i < 1_000; i++) {
            vitals.skipped("binance", "NEW");
        }

        shouldBe("OK");
    }

    @ParameterizedTest
    @CsvSource({"1000, OK", "1001, DEGRADED", "3000, DEGRADED", "3001, DOWN"})
    void shouldTurnWithTheTimeAPositionIsUnprotected(long oldestMs, String status) {
        vitals.received(1, NOW);
        vitals.counted("0_0", unprotected(1, oldestMs));

        assertThat(report().path("status").asText()).isEqualTo(status);
        assertThat(report().path("unprotected_positions").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"100, OK", "101, DEGRADED"})
    void shouldTurnWithTheLag(long lagRecords, String status) {
        streams.lagRecords = lagRecords;

        assertThat(report().path("status").asText()).isEqualTo(status);
        assertThat(report().path("lag_records").asLong()).isEqualTo(lagRecords);
    }

    @ParameterizedTest
    @CsvSource({"2, OK", "3, DEGRADED"})
    void shouldTurnWithTheDeadLettersOfAMinute(int deadLetters, String status) {
        vitals.deadLetter(NOW - 60_000);
        for (int i = 0; i < deadLetters; i++) {
            vitals.deadLetter(NOW - 59_999);
        }

        assertThat(report().path("status").asText()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"30000, 1, OK", "30001, 1, DEGRADED", "30001, 0, OK"})
    void shouldTurnWithTheAgeOfTheInputWhilePositionsAreOpen(long ageMs, int positions, String status) {
        vitals.received(1, NOW - ageMs);
        vitals.counted("0_0", new TaskVitals(positions, 0, 0, 0, 0, 0, 0));

        assertThat(report().path("status").asText()).isEqualTo(status);
        assertThat(report().path("newest_input_age_ms").asLong()).isEqualTo(ageMs);
    }

    @ParameterizedTest
    @CsvSource({"59999, DEGRADED", "60000, OK"})
    void shouldRememberAClockSkewForAMinute(long agoMs, String status) {
        Step skewed = new Step(SymbolState.unknown("BTCUSDT"), List.of(), List.of(), List.of(), true);
        vitals.decided(skewed, NOW - agoMs);

        assertThat(report().path("status").asText()).isEqualTo(status);
    }

    @Test
    void shouldBeDegradedWithMixedModesAndBadGlobalEntries() {
        vitals.received(1, NOW);
        vitals.counted("0_0", new TaskVitals(2, 0, 0, 0, 1, 0, 0));
        reference.instruments().changed("BTCUSDT", new byte[] {'{'}, NOW);

        shouldBe(
                "DEGRADED",
                "1 symbols hold one-way and hedge positions at once",
                "unusable global entries: [instruments/BTCUSDT]");
    }

    @Test
    void shouldBeDegradedWhileALeverageIsUnknown() {
        vitals.received(1, NOW);
        vitals.counted("0_0", new TaskVitals(3, 0, 0, 0, 0, 2, 1));

        shouldBe(
                "DEGRADED",
                "2 positions have no known leverage, so a stop can lie behind the liquidation: send leverage on positions, or set"
                        + " stop.assumed-leverage in the policy");
        assertThat(report().path("positions_with_unknown_leverage").intValue()).isEqualTo(2);
        assertThat(report().path("dust_positions").intValue()).isEqualTo(1);
    }

    @Test
    void shouldCountTheSymbolsOfADefectAsUnprotectedInHealthAndMetricsAlike() {
        vitals.counted("0_0", unprotected(2, 10));
        vitals.bug(Optional.of("BTCUSDT"), NOW);

        Metrics metrics = new Metrics(vitals);

        shouldBe("DOWN", "a defect of the engine left unprotected: [BTCUSDT]");
        assertThat(report().path("unprotected_positions").asInt()).isEqualTo(3);
        assertThat(metrics.scrape().lines()).contains("exit_brain_unprotected_positions 3.0");
        metrics.close();
    }
}
