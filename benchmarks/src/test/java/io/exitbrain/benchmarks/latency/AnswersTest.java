package io.exitbrain.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.benchmarks.latency.Schedule.Due;
import io.exitbrain.benchmarks.report.Measure;
import io.exitbrain.benchmarks.report.Measured;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static final Phase MEASURED = new Phase(5_000, 1, true);

    @Test
    void shouldCountFromWhenTheCauseWasDue() {
        Answers answers = new Answers();

        answers.command(new Due(MEASURED, 10_000_000), 14_000_000);

        Map<Measure, Double> measured = answers.all().getOrDefault("price to command at 5,000 prices/s", Map.of());
        assertThat(measured).containsEntry(Measure.ANSWERS, 1.0);
        assertThat(Measured.value(measured, Measure.P50)).isCloseTo(4.0, Offset.offset(0.01));
        assertThat(Measured.value(measured, Measure.MAX)).isCloseTo(4.0, Offset.offset(0.01));
    }

    @Test
    void shouldLeaveOutWhatOnlyWarmedUp() {
        Answers answers = new Answers();

        answers.plan(new Due(new Phase(5_000, 1, false), 0), 1);

        assertThat(answers.all()).isEmpty();
    }
}
