package io.exitbrain.topology.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationConverterTest {

    @ParameterizedTest
    @CsvSource({"60s, PT60S", "5m, PT5M", "1h, PT1H", "500ms, PT0.5S"})
    void shouldReadADurationWithItsUnit(String typed, Duration expected) {
        assertThat(new DurationConverter().convert(typed)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "-5s", "1.5m", "soon", ""})
    void shouldRefuseTextThatIsNoDuration(String typed) {
        assertThatThrownBy(() -> new DurationConverter().convert(typed)).hasMessageContaining("60s, 5m or 1h");
    }
}
