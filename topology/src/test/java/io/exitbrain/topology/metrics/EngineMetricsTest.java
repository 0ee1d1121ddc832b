package io.exitbrain.topology.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.Input;
import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.rules.DecisionContext;
import io.exitbrain.domain.rules.ExitRules;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.topology.evidence.FakeEvidence;
import io.exitbrain.topology.evidence.FakeStreams;
import io.exitbrain.topology.health.Build;
import io.exitbrain.topology.vitals.TaskVitals;
import io.exitbrain.topology.vitals.Vitals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineMetricsTest {

    private static final long NOW = 1_764_000_000_000L;

    private final FakeStreams streams = new FakeStreams("here:1", Map.of());
    private final FakeEvidence evidence = new FakeEvidence();
    private final Vitals vitals = new Vitals();
    private final List<JsonNode> rows = new ArrayList<>();
    private final EngineMetrics metrics = new EngineMetrics(new EngineMetrics.Subject(
            streams, evidence, vitals, new Build("1.0", "3f2a91", "live"), () -> rows, () -> NOW));

    @AfterEach
    void close() {
        metrics.close();
    }

    private void shouldScrape(String... lines) {
        assertThat(metrics.scrape().lines()).contains(lines);
    }

    private static ObjectNode row(String r, boolean isUnconfirmed) {
        ObjectNode row = JsonNodeFactory.instance
                .objectNode()
                .put("planId", "P")
                .put("origin", "FILL")
                .put("strategy", "scaled_tp");
        row.putObject("ifStopped").put("r", r);
        row.putObject("stop").put("state", "TRAILING").put("awaitsConfirmation", isUnconfirmed);
        return row;
    }

    @Test
    void shouldTellWhatRunsAndItsState() {
        shouldScrape(
                "exit_brain_build_info{mode=\"live\",policy_hash=\"3f2a91\",version=\"1.0\"} 1",
                "exit_brain_state{state=\"running\"} 1.0",
                "exit_brain_state{state=\"down\"} 0.0");

        streams.state = KafkaStreams.State.ERROR;
        shouldScrape("exit_brain_state{state=\"running\"} 0.0", "exit_brain_state{state=\"down\"} 1.0");

        streams.state = KafkaStreams.State.REBALANCING;
        shouldScrape("exit_brain_state{state=\"rebalancing\"} 1.0", "exit_brain_state{state=\"restoring\"} 0.0");
    }

    @Test
    void shouldCountTheSymbolsOfADefectAsUnprotected() {
        vitals.counted("0_0", new TaskVitals(3, 2, 1_500, 0, 0, 0, 0), NOW);
        vitals.bug("mark-prices", Optional.of("BTCUSDT"), NOW);

        shouldScrape(
                "exit_brain_positions_open 3.0",
                "exit_brain_positions_unprotected 3.0",
                "exit_brain_unprotected_oldest_seconds 1.5",
                "exit_brain_defects_total 1.0",
                "exit_brain_dead_letters_total{kind=\"bug\",topic=\"mark-prices\"} 1.0");
    }

    @Test
    void shouldSumRisksAndProfitsApart() {
        rows.add(row("-0.45", false));
        rows.add(row("-1", true));
        rows.add(row("2.5", false));
        rows.add(JsonNodeFactory.instance.objectNode().putNull("planId").putNull("ifStopped"));

        shouldScrape(
                "exit_brain_open_risk_r 1.45",
                "exit_brain_locked_profit_r 2.5",
                "exit_brain_stops_unconfirmed 1.0",
                "exit_brain_plans{origin=\"fill\",stop_state=\"trailing\",strategy=\"scaled_tp\"} 3.0");
    }

    @Test
    void shouldTellOfEachInputItsRecordsItsAgeAndItsLag() {
        vitals.input("mark-prices").received(2, NOW - 1_250);
        evidence.lagByTopic = Map.of("mark-prices", 7L);

        shouldScrape(
                "exit_brain_input_records_total{topic=\"mark-prices\"} 2.0",
                "exit_brain_input_age_seconds{topic=\"mark-prices\"} 1.25",
                "exit_brain_lag_records{topic=\"mark-prices\"} 7.0",
                "exit_brain_input_ignored_total{topic=\"mark-prices\",why=\"stale\"} 0.0");
    }

    /** The rate of a counter that begins with 1 misses its first event, and an alert with it. */
    @Test
    void shouldBeginTheCountersOfAlertsWithZero() {
        shouldScrape(
                "exit_brain_defects_total 0.0",
                "exit_brain_exit_repeats_total 0.0",
                "exit_brain_exit_gap_ratio_count 0",
                "exit_brain_exit_gap_ratio_bucket{le=\"0.005\"} 0",
                "exit_brain_reports_total{status=\"rejected\"} 0.0",
                "exit_brain_events_total{event=\"confirmed\"} 0.0",
                "exit_brain_dead_letters_total{kind=\"bad-input\",topic=\"order-fills\"} 0.0",
                "exit_brain_dead_letters_total{kind=\"bug\",topic=\"mark-prices\"} 0.0",
                "exit_brain_input_records_total{topic=\"mark-prices\"} 0.0");
    }

    @Test
    void shouldHaveNoAgeOfAnInputBeforeItsFirstRecord() {
        shouldScrape("exit_brain_input_age_seconds{topic=\"mark-prices\"} NaN");
    }

    @Test
    void shouldMeasureTheGapOfAnExitAndTheLatencyOfItsCommand() {
        SymbolState open = FakeStreams.openPosition("BTCUSDT");
        decide(open, new MarkPrice("BTCUSDT", new BigDecimal("97"), 2_000));
        vitals.latency().sent(NOW - 20);
        vitals.latency().committed(NOW);

        shouldScrape(
                "exit_brain_commands_total{action=\"exit\",reason=\"stop_loss\"} 1.0",
                "exit_brain_events_total{event=\"triggered\"} 1.0",
                "exit_brain_exit_gap_ratio_count 1",
                "exit_brain_exit_gap_ratio_bucket{le=\"0.005\"} 0",
                "exit_brain_exit_gap_ratio_bucket{le=\"0.01\"} 1",
                "exit_brain_command_latency_seconds_bucket{le=\"0.01\"} 0",
                "exit_brain_command_latency_seconds_bucket{le=\"0.025\"} 1",
                "exit_brain_command_latency_seconds_count 1");
    }

    /** An EXIT is repeated every 10 s until the position is closed. Its gap counts once. */
    @Test
    void shouldCountARepeatedExitAsARepeat() {
        SymbolState open = FakeStreams.openPosition("BTCUSDT");
        SymbolState exiting = decide(open, new MarkPrice("BTCUSDT", new BigDecimal("97"), 2_000));
        decide(exiting, new MarkPrice("BTCUSDT", new BigDecimal("97"), 13_000));

        shouldScrape("exit_brain_exit_repeats_total 1.0", "exit_brain_exit_gap_ratio_count 1");
    }

    private SymbolState decide(SymbolState before, MarkPrice price) {
        DecisionContext context = new DecisionContext(Policy.DEFAULT, Instrument.UNKNOWN, ExitContext.NONE);
        var step = ExitRules.onPrice(before, price, List.of(), context);
        Input input = price;
        vitals.decided(before, input, step, NOW);
        return step.state();
    }

    @Test
    void shouldCountQueriesByRouteNotBySymbol() {
        metrics.queried("/plans/{symbol}", "active", 200);
        metrics.queried("/plans/{symbol}", "active", 200);

        shouldScrape("exit_brain_queries_total{code=\"200\",role=\"active\",route=\"/plans/{symbol}\"} 2.0");
    }

    /** With 100,000 symbols such a label would be 100,000 time series a metric. */
    @Test
    void shouldHaveNoLabelForTheSymbol() {
        vitals.input("mark-prices").received(1, NOW);

        assertThat(metrics.scrape()).doesNotContain("symbol=\"");
    }
}
