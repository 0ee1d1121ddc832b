package io.exitbrain.serdes;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.input.FieldFault;
import io.exitbrain.serdes.input.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Shared helpers of the reader tests. */
public final class Readings {

    public static final long NOW = 1_764_000_000_000L;

    private Readings() {}

    /** JSON with single quotes, as bytes. */
    public static byte[] json(String singleQuoted) {
        return bytes(singleQuoted.replace('\'', '"'));
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static <T> T accepted(Reading<T> reading) {
        return reading.fold(Reading.Accepted::message, refused -> {
            throw new AssertionError("refused: " + refused.reason());
        });
    }

    /** The message of a reading that has no faults. */
    public static <T> T sound(Reading<T> reading) {
        assertThat(faults(reading)).isEmpty();
        return accepted(reading);
    }

    public static <T> List<String> faults(Reading<T> reading) {
        return reading.fold(
                accepted -> accepted.faults().stream().map(FieldFault::toString).toList(), refused -> {
                    throw new AssertionError("refused: " + refused.reason());
                });
    }

    public static <T> String refusal(Reading<T> reading) {
        return reading.fold(
                accepted -> {
                    throw new AssertionError("accepted: " + accepted.message());
                },
                Reading.Refused::reason);
    }

    public static <T> void shouldBeRefused(Reading<T> reading, String reason) {
        assertThat(refusal(reading)).isEqualTo(reason).hasSizeLessThan(400).doesNotContain("\n");
    }
}
