package io.exitbrain.demo.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedClockTest {

    private final AtomicLong wallMs = new AtomicLong(1_764_000_000_000L);

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100})
    void shouldRunAtItsSpeedAndNeverAheadOfTheWall(int speed) {
        SimulatedClock clock = new SimulatedClock(wallMs::get, speed, Duration.ofSeconds(60));
        long startMs = clock.nowMs();

        wallMs.addAndGet(60_000);

        assertThat(clock.nowMs() - startMs).isEqualTo(speed * 60_000L);
        assertThat(clock.nowMs()).isLessThan(wallMs.get());
    }

    @Test
    void shouldGoNoFasterThanTheWallOnceItHasCaughtUp() {
        SimulatedClock clock = new SimulatedClock(wallMs::get, 10, Duration.ofSeconds(1));

        wallMs.addAndGet(3_600_000);

        assertThat(clock.nowMs()).isEqualTo(wallMs.get());
    }

    @Test
    void shouldRefuseToStandStill() {
        assertThatThrownBy(() -> new SimulatedClock(wallMs::get, 0, Duration.ZERO))
                .hasMessageContaining("was 0");
    }
}
