package io.exitbrain.serdes;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.input.FieldFault;
import io.exitbrain.serdes.feed.Element;
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
        return reading.fold(
                Reading.Accepted::message,
                refused -> {
                    throw otherwise("refused", refused.reason());
                },
                skipped -> {
                    throw otherwise("skipped", skipped.kind());
                },
                several -> {
                    throw otherwise("several", several.elements());
                });
    }

    /** The message of a reading that has no faults. */
    public static <T> T sound(Reading<T> reading) {
        assertThat(faults(reading)).isEmpty();
        return accepted(reading);
    }

    public static <T> List<String> faults(Reading<T> reading) {
        return reading.fold(
                accepted -> accepted.faults().stream().map(FieldFault::toString).toList(),
                refused -> {
                    throw otherwise("refused", refused.reason());
                },
                skipped -> {
                    throw otherwise("skipped", skipped.kind());
                },
                several -> {
                    throw otherwise("several", several.elements());
                });
    }

    public static <T> String refusal(Reading<T> reading) {
        return reading.fold(
                accepted -> {
                    throw otherwise("accepted", String.valueOf(accepted.message()));
                },
                Reading.Refused::reason,
                skipped -> {
                    throw otherwise("skipped", skipped.kind());
                },
                several -> {
                    throw otherwise("several", several.elements());
                });
    }

    public static <T> List<Element> elements(Reading<T> reading) {
        return reading.fold(
                accepted -> {
                    throw otherwise("accepted", String.valueOf(accepted.message()));
                },
                refused -> {
                    throw otherwise("refused", refused.reason());
                },
                skipped -> {
                    throw otherwise("skipped", skipped.kind());
                },
                Reading.Several::elements);
    }

    /** The one message of a reading that does not belong to its key or topic. */
    public static <T> Element.Message sentRound(Reading<T> reading) {
        assertThat(elements(reading)).hasSize(1);
        return (Element.Message) elements(reading).get(0);
    }

    private static AssertionError otherwise(String kind, Object what) {
        return new AssertionError(kind + ": " + what);
    }

    public static <T> void shouldBeRefused(Reading<T> reading, String reason) {
        assertThat(refusal(reading)).isEqualTo(reason).hasSizeLessThan(400).doesNotContain("\n");
    }
}
