package io.exitbrain.topology.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.exitbrain.domain.decision.Step;
import io.exitbrain.domain.input.ClockTick;
import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.rules.DecisionContext;
import io.exitbrain.domain.rules.ExitRules;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.topology.context.ReferenceData;
import io.exitbrain.topology.evidence.FakeEvidence;
import io.exitbrain.topology.evidence.FakeStreams;
import io.exitbrain.topology.settings.HealthLimits;
import io.exitbrain.topology.vitals.RecoveryVitals;
import io.exitbrain.topology.vitals.Reroutes;
import io.exitbrain.topology.vitals.TaskVitals;
import io.exitbrain.topology.vitals.Vitals;
import io.exitbrain.topology.vitals.Why;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits of health: one value below each limit, and one on it. */
class EngineHealthTest {

    private static final long NOW = 1_764_000_000_000L;

    private final FakeStreams streams = new FakeStreams("here:1", Map.of());
    private final Vitals vitals = new Vitals();
    private final ReferenceData reference = new ReferenceData(new Vitals());
    private final FakeEvidence evidence = new FakeEvidence();
    private final EngineHealth health = new EngineHealth(
            streams,
            evidence,
            vitals,
            reference,
            new HealthLimits(2, 100, 30_000),
            Build.of(Policy.DEFAULT),
            () -> NOW);

    private JsonNode report() {
        return health.report().body();
    }

    private void received(long timestampMs) {
        vitals.input("mark-prices").received(1, timestampMs);
    }

    private void shouldBe(String status, String... reasons) {
        JsonNode report = report();
        assertThat(report.path("status").asText()).isEqualTo(status);
        assertThat(report.path("reasons")).map(JsonNode::asText).containsExactly(reasons);
        assertThat(health.report().isGood()).isEqualTo(!status.equals("DOWN"));
    }

    private static TaskVitals unprotected(int positions, long oldestMs) {
        return new TaskVitals(3, positions, oldestMs, 0, 0, 0, 0);
    }

    @Test
    void shouldBeOkWhereNothingIsWrong() {
        received(NOW);
        vitals.counted("0_0", new TaskVitals(3, 0, 0, 0, 0, 0, 0), NOW);

        shouldBe("OK");
    }

    @ParameterizedTest
    @CsvSource({"CREATED, DEGRADED", "REBALANCING, DEGRADED", "PENDING_ERROR, DOWN", "ERROR, DOWN", "NOT_RUNNING, DOWN"
    })
    void shouldFollowTheStateOfStreams(KafkaStreams.State state, String status) {
        streams.state = state;

        shouldBe(status, "the engine is " + state);
        assertThat(health.ready().isGood()).isFalse();
        assertThat(health.live().isGood()).isEqualTo(!status.equals("DOWN"));
    }

    @Test
    void shouldBeDownWithADeadThread() {
        streams.hasDeadThread = true;

        shouldBe("DOWN", "a stream thread is dead");
    }

    @Test
    void shouldSayHowManyRecordsAnOpenTransactionHides() {
        evidence.lagByTopic = Map.of("mark-prices", 120L);
        evidence.hiddenRecords = 110;

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
        received(NOW);
        vitals.counted("0_0", unprotected(1, oldestMs), NOW);

        assertThat(report().path("status").asText()).isEqualTo(status);
        assertThat(report().path("unprotected_positions").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"100, OK", "101, DEGRADED"})
    void shouldTurnWithTheLag(long lagRecords, String status) {
        evidence.lagByTopic = Map.of("mark-prices", lagRecords - 1, "positions", 1L);

        assertThat(report().path("status").asText()).isEqualTo(status);
        assertThat(report().path("lag_records").asLong()).isEqualTo(lagRecords);
    }

    @ParameterizedTest
    @CsvSource({"2, OK", "3, DEGRADED"})
    void shouldTurnWithTheDeadLettersOfAMinute(int deadLetters, String status) {
        vitals.deadLetter("mark-prices", NOW - 60_000);
        for (int i = 0; i < deadLetters; i++) {
            vitals.deadLetter("mark-prices", NOW - 59_999);
        }

        assertThat(report().path("status").asText()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"30000, 1, OK", "30001, 1, DEGRADED", "30001, 0, OK"})
    void shouldTurnWithTheAgeOfTheInputWhilePositionsAreOpen(long ageMs, int positions, String status) {
        received(NOW - ageMs);
        vitals.counted("0_0", new TaskVitals(positions, 0, 0, 0, 0, 0, 0), NOW);

        assertThat(report().path("status").asText()).isEqualTo(status);
        assertThat(report().path("newest_input_age_ms").asLong()).isEqualTo(ageMs);
    }

    @ParameterizedTest
    @CsvSource({"59999, DEGRADED", "60000, OK"})
    void shouldRememberAClockSkewForAMinute(long agoMs, String status) {
        Step skewed = new Step(SymbolState.unknown("BTCUSDT"), List.of(), List.of(), List.of(), true, Optional.empty());
        vitals.decided(SymbolState.unknown("BTCUSDT"), new ClockTick(), skewed, NOW - agoMs);

        assertThat(report().path("status").asText()).isEqualTo(status);
    }

    @Test
    void shouldBeDegradedWithMixedModesAndBadGlobalEntries() {
        received(NOW);
        vitals.counted("0_0", new TaskVitals(2, 0, 0, 0, 1, 0, 0), NOW);
        reference.instruments().changed("BTCUSDT", new byte[] {'{'}, NOW);

        shouldBe(
                "DEGRADED",
                "1 symbols hold one-way and hedge positions at once",
                "unusable global entries: [instruments/BTCUSDT]");
    }

    @Test
    void shouldBeDegradedWhileALeverageIsUnknown() {
        received(NOW);
        vitals.counted("0_0", new TaskVitals(3, 0, 0, 0, 0, 2, 1), NOW);

        shouldBe(
                "DEGRADED",
                "2 positions have no known leverage, so a stop can lie behind the liquidation: send leverage on positions, or set"
                        + " stop.assumed-leverage in the policy");
        assertThat(report().path("positions_with_unknown_leverage").intValue()).isEqualTo(2);
        assertThat(report().path("dust_positions").intValue()).isEqualTo(1);
    }

    @Test
    void shouldCountTheSymbolsOfADefectAsUnprotected() {
        vitals.counted("0_0", unprotected(2, 10), NOW);
        vitals.bug("mark-prices", Optional.of("BTCUSDT"), NOW);

        shouldBe("DOWN", "a defect of the engine left unprotected: [BTCUSDT]");
        assertThat(report().path("unprotected_positions").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"3999, OK, true", "4000, DOWN, false"})
    void shouldBeDownAndNotReadyWhileNoBrokerAnswers(long silenceMs, String status, boolean isReady) {
        evidence.brokerSilenceMs = silenceMs;

        assertThat(report().path("status").asText()).isEqualTo(status);
        assertThat(health.ready().isGood()).isEqualTo(isReady);
        assertThat(health.live().isGood()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"9999, DEGRADED", "10000, DOWN"})
    void shouldBeDownWhereARebalanceMakesNoProgress(long stuckMs, String status) {
        streams.state = KafkaStreams.State.REBALANCING;
        evidence.stuckMs = stuckMs;

        assertThat(report().path("status").asText()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"9999, OK", "10000, DOWN"})
    void shouldBeDownWhereNobodyOwnsAPartition(long unownedMs, String status) {
        evidence.unownedMs = unownedMs;

        assertThat(report().path("status").asText()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"9999, OK", "10000, DOWN"})
    void shouldBeDownWhereATransactionHidesRecords(long heldMs, String status) {
        evidence.heldMs = heldMs;

        assertThat(report().path("status").asText()).isEqualTo(status);
    }

    @Test
    void shouldSayWhichTransactionHidesRecordsAndWhatToDo() {
        evidence.heldMs = 12_000;

        shouldBe(
                "DOWN",
                "a transaction has held mark-prices-2 at offset 7 for 12 s: 3 records behind it are not read; end it, for example with"
                        + " kafka-transactions.sh find-hanging and abort");
    }

    @Test
    void shouldNameATransactionThatNobodyWillEnd() {
        evidence.heldMs = 12_000;
        vitals.recoveries().hanging(List.of(new RecoveryVitals.Hang("mark-prices-2", 7, "another")));

        shouldBe(
                "DOWN",
                "a transaction hangs on mark-prices-2 at offset 7, and no coordinator knows of it (transactional id another): records"
                        + " behind it are not read; end it with kafka-transactions.sh abort --topic --partition --start-offset");
    }

    @ParameterizedTest
    @CsvSource({"59999, DEGRADED", "60000, OK"})
    void shouldTellForAMinuteThatItHasEndedATransaction(long agoMs, String status) {
        vitals.recoveries().endedTransaction("exit-plans-3", NOW - agoMs);

        assertThat(report().path("status").asText()).isEqualTo(status);
        assertThat(report().path("reasons").toString().contains("were ended on [exit-plans-3]"))
                .isEqualTo(status.equals("DEGRADED"));
    }

    @ParameterizedTest
    @CsvSource({"3999, OK", "4000, DEGRADED", "9999, DEGRADED", "10000, DOWN"})
    void shouldTellOfAnInstanceThatDoesNotAnswer(long silenceMs, String status) {
        evidence.peerSilenceMs = silenceMs;

        assertThat(report().path("status").asText()).isEqualTo(status);
        assertThat(report().path("reasons").toString().contains("the instance there:1 owns the partitions [0, 2]"))
                .isEqualTo(!status.equals("OK"));
    }

    @Test
    void shouldBeDownWithoutALeader() {
        evidence.leaderless = List.of(new TopicPartition("positions", 4));

        shouldBe("DOWN", "partitions without a leader: [positions-4]; start the brokers that have them");
    }

    @ParameterizedTest
    @CsvSource({"9999, OK", "10000, DOWN"})
    void shouldBeDownWhereATaskMakesNoStep(long ageMs, String status) {
        vitals.counted("0_3", TaskVitals.NONE, NOW - ageMs);

        assertThat(report().path("status").asText()).isEqualTo(status);
    }

    /** One price of a clock that is ahead makes the symbol blind for all others until then. */
    @ParameterizedTest
    @CsvSource({"2999, OK", "3000, DEGRADED"})
    void shouldNameASymbolWhosePricesAreIgnored(long forMs, String status) {
        received(NOW);
        stalePrice(NOW - forMs, NOW + 55_000);
        stalePrice(NOW, NOW + 55_000);

        assertThat(report().path("status").asText()).isEqualTo(status);
        assertThat(report().path("reasons").toString().contains("BTCUSDT: its last 2 prices are ignored"))
                .isEqualTo(status.equals("DEGRADED"));
    }

    @Test
    void shouldForgetTheIgnoredPricesAfterOneCounted() {
        received(NOW);
        stalePrice(NOW - 5_000, NOW + 55_000);
        stalePrice(NOW, NOW + 56_000);

        shouldBe("OK");
    }

    private void stalePrice(long atMs, long markMs) {
        DecisionContext context = new DecisionContext(Policy.DEFAULT, Instrument.UNKNOWN, ExitContext.NONE);
        SymbolState open = ExitRules.onPrice(
                        FakeStreams.openPosition("BTCUSDT"),
                        new MarkPrice("BTCUSDT", new BigDecimal("100"), markMs),
                        List.of(),
                        context)
                .state();
        MarkPrice late = new MarkPrice("BTCUSDT", new BigDecimal("100"), markMs - 1);
        Step step = ExitRules.onPrice(open, late, List.of(), context);
        vitals.ignored(step.ignored().orElseThrow(), step.state(), "mark-prices", atMs);
    }

    @Test
    void shouldTellTheAgeAndTheLagOfEachInput() {
        received(NOW - 40);
        evidence.lagByTopic = Map.of("mark-prices", 3L);

        JsonNode input = report().path("inputs").path("mark-prices");

        assertThat(input.path("records").asLong()).isEqualTo(1);
        assertThat(input.path("age_ms").asLong()).isEqualTo(40);
        assertThat(input.path("lag_records").asLong()).isEqualTo(3);
    }
}
