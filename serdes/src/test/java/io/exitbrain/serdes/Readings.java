package io.exitbrain.serdes;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.FieldFault;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the reader tests share. */
final class Readings {

    static final long NOW = 1_764_000_000_000L;

    private Readings() {}

    /** JSON with single quotes, as bytes. */
    static byte[] json(String singleQuoted) {
        return bytes(singleQuoted.replace('\'', '"'));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static <T> T accepted(Reading<T> reading) {
        return reading.fold(Accepted::message, refused -> {
            throw new AssertionError("refused: " + refused.reason());
        });
    }

    static <T> List<String> faults(Reading<T> reading) {
        return reading.fold(
                accepted -> accepted.faults().stream().map(FieldFault::toString).toList(), refused -> {
                    throw new AssertionError("refused: " + refused.reason());
                });
    }

    static <T> String refusal(Reading<T> reading) {
        return reading.fold(
                accepted -> {
                    throw new AssertionError("accepted: " + accepted.message());
                },
                Refused::reason);
    }

    static <T> void shouldBeRefused(Reading<T> reading, String reason) {
        assertThat(refusal(reading)).isEqualTo(reason).hasSizeLessThan(400).doesNotContain("\n");
    }
}
