package io.exitbrain.lab.report.markup;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Numbers and times as a reader wants them: equal on every machine, whatever its language. */
public final class Format {

    /** Stands for a number that is not known. */
    public static final String UNKNOWN = "\u2013";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Format() {}

    /** With so many decimals and with commas between thousands; never -0. */
    public static String fixed(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        return text.matches("-[0.]+") ? text.substring(1) : text;
    }

    /** The same with a + if it is above 0. */
    public static String signed(double value, int decimals) {
        String text = fixed(value, decimals);
        return value > 0 && !text.matches("[0.]+") ? "+" + text : text;
    }

    /** A share from 0 to 1 as a percentage. */
    public static String percent(double share) {
        return fixed(100 * share, 1) + " %";
    }

    /** {@code count} with commas between thousands. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A count and its noun: 1 trade, 2 trades. */
    public static String count(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** A length of time in its largest unit, such as 1.5 h. */
    public static String duration(double ms) {
        for (Unit unit : Unit.values()) {
            if (Math.abs(ms) >= unit.ms) {
                return trimmed(ms / unit.ms) + " " + unit.text;
            }
        }
        return fixed(ms, 0) + " ms";
    }

    /** The same for a length of time of the settings. */
    public static String duration(Duration length) {
        return duration((double) length.toMillis());
    }

    private enum Unit {
        DAY(86_400_000, "d"),
        HOUR(3_600_000, "h"),
        MINUTE(60_000, "min"),
        SECOND(1_000, "s");

        private final double ms;
        private final String text;

        Unit(double ms, String text) {
            this.ms = ms;
            this.text = text;
        }
    }

    private static String trimmed(double value) {
        String text = fixed(value, 1);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** The sentence with its values, by the rules of {@link String#format}. */
    public static String sentence(String sentence, Object... values) {
        return String.format(Locale.ROOT, sentence, values);
    }

    /** Epoch milliseconds as date and time in UTC, to the second. */
    public static String time(long epochMs) {
        return TIME.format(Instant.ofEpochMilli(epochMs)) + " UTC";
    }

    /** The number by {@code format}, or a dash if it is not known. */
    public static <T> String orUnknown(Optional<T> value, Function<T, String> format) {
        return value.map(format).orElse(UNKNOWN);
    }

    /**
     * A coordinate of a drawing.
     *
     * @throws IllegalArgumentException if it is not finite
     */
    static String coordinate(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a coordinate must be a finite number, was " + value);
        }
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
