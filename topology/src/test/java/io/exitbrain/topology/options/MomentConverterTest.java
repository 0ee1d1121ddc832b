package io.exitbrain.topology.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

/** How a time is typed. */
class MomentConverterTest {

    private static Instant read(String text) {
        return new MomentConverter().convert(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-24T16:00:00Z, 2025-11-24T16:00:00Z",
        "2025-11-24T16:00:00-03:00, 2025-11-24T19:00:00Z",
        "2025-11-24T16:00, 2025-11-24T16:00:00Z",
        "2025-11-24, 2025-11-24T00:00:00Z"
    })
    void shouldReadADateAndATime(String text, Instant expected) {
        assertThat(read(text)).isEqualTo(expected);
    }

    @Test
    void shouldReadHowLongAgo() {
        Instant before = Instant.now();

        assertThat(read("2d")).isBetween(before.minus(Duration.ofDays(2)), Instant.now());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2025-13-01", "2", "24.11.2025"})
    void shouldRefuseWhatIsNoTime(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageEndingWith("such as 30m, was " + text);
    }
}
