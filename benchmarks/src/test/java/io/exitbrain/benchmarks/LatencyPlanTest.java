package io.exitbrain.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatencyPlanTest {

    @Test
    void shouldMeasureLongerBeforeItMeasuresAgain() {
        LatencyPlan plan = LatencyPlan.within(Duration.ofMinutes(4), 2, 2);

        assertThat(plan).isEqualTo(new LatencyPlan(1, LatencyPlan.ENOUGH_WARM_UP, 21));
    }

    @Test
    void shouldUseALongTimeForRounds() {
        assertThat(LatencyPlan.within(Duration.ofMinutes(20), 2, 2).rounds()).isGreaterThan(4);
    }

    @Test
    void shouldMeasureSomethingHoweverShortTheTime() {
        assertThat(LatencyPlan.within(Duration.ZERO, 2, 2)).isEqualTo(new LatencyPlan(1, 5, 5));
    }
}
