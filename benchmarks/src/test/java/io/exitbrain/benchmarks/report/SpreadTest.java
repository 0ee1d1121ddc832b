package io.exitbrain.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.benchmarks.report.Results.Spread;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void shouldTakeTheMiddleOfAnOddNumberOfRounds() {
        assertThat(Spread.of(List.of(9.0, 1.0, 2.0))).isEqualTo(new Spread(2, 1, 9, 3));
    }

    @Test
    void shouldTakeTheMeanOfTheTwoInTheMiddle() {
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 100.0))).isEqualTo(new Spread(3, 1, 100, 4));
    }

    @Test
    void shouldShowTheRangeOnlyOfSeveralRounds() {
        assertThat(Spread.of(List.of(1.234)).shown(Measure.CPU)).isEqualTo("1.23");
        assertThat(Spread.of(List.of(1.0, 2.0, 3.0)).shown(Measure.CPU)).isEqualTo("2.00 (1.00-3.00)");
    }
}
