package io.exitbrain.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "0s, PT0S", "60s, PT60S", "5m, PT5M", "1h, PT1H", "2d, PT48H"})
    void shouldReadAWholeNumberWithItsUnit(String text, Duration expected) {
        assertThat(Durations.parse(text)).contains(expected);
        assertThat(Durations.milliseconds(text)).hasValue(expected.toMillis());
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "-5s", "1.5m", "5 s", "5S", "9999999999s", "soon", ""})
    void shouldNotReadAnythingElse(String text) {
        assertThat(Durations.parse(text)).isEmpty();
        assertThat(Durations.milliseconds(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT2S, 2 s", "PT1.5S, 1500 ms", "PT0S, 0 s"})
    void shouldSayADurationInSecondsIfTheyAreWhole(Duration duration, String expected) {
        assertThat(Durations.inWords(duration)).isEqualTo(expected);
    }
}
