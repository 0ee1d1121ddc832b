package io.exitbrain.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.benchmarks.report.Goal;
import io.exitbrain.benchmarks.report.Measure;
import io.exitbrain.benchmarks.report.Results;
import io.exitbrain.benchmarks.report.Results.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoalsTest {

    private final Results results = new Results();

    @Test
    void shouldCompareMediansOfOneLoad() {
        cpu("1,000 symbols", "floor", 1.0);
        cpu("1,000 symbols", "engine", 1.5);
        cpu("1,000 symbols", "engine", 9.0);
        cpu("1,000 symbols", "engine", 1.4);

        assertThat(goals()).containsExactly(Goal.atMost("engine / floor, CPU a price, 1,000 symbols", 1.6, 1.5));
    }

    @Test
    void shouldCompareManySymbolsWithFew() {
        cpu("1,000 symbols", "engine", 1.0);
        cpu("100,000 symbols", "engine", 1.3);

        assertThat(goals())
                .containsExactly(Goal.atMost("engine at 100,000 symbols / at 1,000 symbols, CPU a price", 1.25, 1.3));
        assertThat(goals().get(0).met()).isFalse();
    }

    @Test
    void shouldCompareQuietInputsWithPricesAlone() {
        cpu("1,000 symbols", "intake", 0.20);
        cpu("1,000 symbols", "quiet-intake", 0.25);

        assertThat(goals())
                .containsExactly(Goal.atMost("quiet-intake / intake, CPU a price, 1,000 symbols", 1.05, 1.25));
    }

    @Test
    void shouldHoldTheEngineToMillisecondsAndToTheLoop() {
        String group = "price to command at 5,000 prices/s";
        results.add(new Sample("latency", group, "engine", Measure.P50, 6));
        results.add(new Sample("latency", group, "quick-durable-loop", Measure.P50, 5));

        assertThat(goals())
                .containsExactly(
                        Goal.atMost(group + ", p50 ms", 8, 6), Goal.atMost(group + ", p50 engine / loop", 1.3, 1.2));
    }

    @Test
    void shouldHoldRestoreAndHeapToTheirBounds() {
        results.add(new Sample("restore", "1,000,000 plans", "engine", Measure.RESTORE, 1.6));
        results.add(new Sample("heap", "100,000 symbols with a plan", "engine", Measure.HEAP, 1_000));

        assertThat(goals()).extracting(Goal::met).containsExactly(false, true);
    }

    @Test
    void shouldLeaveOutAGoalThatWasNotMeasured() {
        assertThat(goals()).isEmpty();
    }

    private void cpu(String load, String candidate, double micros) {
        results.add(new Sample("throughput", load, candidate, Measure.CPU, micros));
    }

    private List<Goal> goals() {
        return Goals.of(results, List.of(1_000, 100_000));
    }
}
