package io.exitbrain.chaos.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class WrongClockTest {

    @ParameterizedTest
    @ValueSource(longs = {3_600, -3_600})
    void shouldGiveAProcessAnotherTimeOfDay(long seconds) throws Exception {
        assumeTrue(WrongClock.isPossible(), "libfaketime is not installed");
        ProcessBuilder builder = new ProcessBuilder("date", "+%s");
        builder.environment().putAll(WrongClock.environment(Duration.ofSeconds(seconds)));

        Process date = builder.start();
        String printed = new String(date.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

        assertThat(date.waitFor()).isZero();
        assertThat(Long.parseLong(printed)).isCloseTo(Instant.now().getEpochSecond() + seconds, within(30L));
    }
}
