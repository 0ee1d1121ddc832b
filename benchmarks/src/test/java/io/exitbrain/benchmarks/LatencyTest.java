package io.exitbrain.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatencyTest {

    @Test
    void shouldMeasureLongerBeforeItMeasuresAgain() {
        Latency.Plan plan = Latency.Plan.within(Duration.ofMinutes(4), 2, 2);

        assertThat(plan).isEqualTo(new Latency.Plan(1, Latency.Plan.ENOUGH_WARM_UP, 21));
    }

    @Test
    void shouldUseALongTimeForRounds() {
        assertThat(Latency.Plan.within(Duration.ofMinutes(20), 2, 2).rounds()).isGreaterThan(4);
    }

    @Test
    void shouldMeasureSomethingHoweverShortTheTime() {
        assertThat(Latency.Plan.within(Duration.ZERO, 2, 2)).isEqualTo(new Latency.Plan(1, 5, 5));
    }
}
