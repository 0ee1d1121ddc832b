package io.exitbrain.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasuredTest {

    @Test
    void shouldFindWhatWasToldAmongOtherLines() {
        String output = "some warning\n" + Measured.line(Measure.CPU, 1.25) + "\n" + Measured.line(Measure.RATE, 7e5);

        assertThat(Measured.in(output)).isEqualTo(Map.of(Measure.CPU, 1.25, Measure.RATE, 7e5));
    }

    @Test
    void shouldKeepGroupsApart() {
        String output = Measured.line("a: b", Measure.P50, 1) + "\n" + Measured.line("c", Measure.P50, 2);

        assertThat(Measured.byGroup(output))
                .isEqualTo(Map.of("a: b", Map.of(Measure.P50, 1.0), "c", Map.of(Measure.P50, 2.0)));
    }

    @Test
    void shouldNotMakeUpWhatWasNotMeasured() {
        assertThat(Measured.in("nothing")).isEmpty();
        assertThatThrownBy(() -> Measured.value(Map.of(), Measure.CPU)).hasMessageContaining("CPU was not measured");
    }
}
