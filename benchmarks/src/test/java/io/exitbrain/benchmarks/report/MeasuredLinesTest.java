package io.exitbrain.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasuredLinesTest {

    @Test
    void shouldFindNumbersAmongOtherLines() {
        String output =
                "some warning\n" + MeasuredLines.line(Measure.CPU, 1.25) + "\n" + MeasuredLines.line(Measure.RATE, 7e5);

        assertThat(MeasuredLines.in(output)).isEqualTo(Map.of(Measure.CPU, 1.25, Measure.RATE, 7e5));
    }

    @Test
    void shouldKeepGroupsApart() {
        String output = MeasuredLines.line("a: b", Measure.P50, 1) + "\n" + MeasuredLines.line("c", Measure.P50, 2);

        assertThat(MeasuredLines.byGroup(output))
                .isEqualTo(Map.of("a: b", Map.of(Measure.P50, 1.0), "c", Map.of(Measure.P50, 2.0)));
    }

    @Test
    void shouldNotInventANumberThatWasNotMeasured() {
        assertThat(MeasuredLines.in("nothing")).isEmpty();
        assertThatThrownBy(() -> MeasuredLines.value(Map.of(), Measure.CPU))
                .hasMessageContaining("CPU was not measured");
    }
}
