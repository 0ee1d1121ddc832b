package io.exitbrain.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.benchmarks.latency.Schedule.Due;
import io.exitbrain.benchmarks.report.Measure;
import io.exitbrain.benchmarks.report.MeasuredLines;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AnswerTimesTest {

    private static final Phase WARM_UP = new Phase(5_000, 1, false);
    private static final Phase MEASURED = new Phase(5_000, 1, true);
    private static final String PLANS = "fill to plan at 5,000 prices/s";

    private final AnswerTimes answers = new AnswerTimes(new Schedule(List.of(WARM_UP, MEASURED), 10));

    @Test
    void shouldCountFromWhenTheCauseWasDue() {
        answers.command(new Due(MEASURED, 10_000_000), 14_000_000);

        Map<Measure, Double> measured = answers.all().getOrDefault("price to command at 5,000 prices/s", Map.of());
        assertThat(measured).containsEntry(Measure.ANSWERS, 1.0);
        assertThat(MeasuredLines.value(measured, Measure.P50)).isCloseTo(4.0, Offset.offset(0.01));
        assertThat(MeasuredLines.value(measured, Measure.MAX)).isCloseTo(4.0, Offset.offset(0.01));
    }

    @Test
    void shouldLeaveOutTheWarmUp() {
        answers.plan(new Due(WARM_UP, 0), 1);

        assertThat(answers.all()).containsEntry(PLANS, Map.of(Measure.ANSWERS, 0.0, Measure.MISSING, 50.0));
    }

    @Test
    void shouldCountTheFillsWithoutAPlan() {
        answers.plan(new Due(MEASURED, 0), 1_000);

        assertThat(answers.all().getOrDefault(PLANS, Map.of()))
                .containsEntry(Measure.ANSWERS, 1.0)
                .containsEntry(Measure.MISSING, 49.0);
    }
}
