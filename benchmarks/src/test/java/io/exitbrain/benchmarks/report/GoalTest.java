package io.exitbrain.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class GoalTest {

    @Test
    void shouldBeMetOnTheBoundAndNotPastIt() {
        assertThat(Goal.atMost("cost", 1.6, 1.6).met()).isTrue();
        assertThat(Goal.atMost("cost", 1.6, 1.61).met()).isFalse();
        assertThat(Goal.atLeast("rate", 0.85, 0.85).met()).isTrue();
        assertThat(Goal.atLeast("rate", 0.85, 0.84).met()).isFalse();
    }

    @Test
    void shouldDivideWhatWasMeasured() {
        assertThat(Goal.ratio(OptionalDouble.of(3), OptionalDouble.of(2))).hasValue(1.5);
    }

    @Test
    void shouldHaveNoRatioOfWhatWasNotMeasured() {
        assertThat(Goal.ratio(OptionalDouble.empty(), OptionalDouble.of(2))).isEmpty();
        assertThat(Goal.ratio(OptionalDouble.of(3), OptionalDouble.empty())).isEmpty();
        assertThat(Goal.ratio(OptionalDouble.of(3), OptionalDouble.of(0))).isEmpty();
    }
}
