package io.exitbrain.yaml;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as text: a whole number and its unit, such as 500ms, 10s, 5m, 48h or 2d. */
public final class Durations {

    private static final Pattern FORMAT = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");
    private static final long MS_PER_SECOND = 1_000;

    private Durations() {}

    /** The duration that {@code text} says; empty if it is not a duration. */
    public static Optional<Duration> parse(String text) {
        Matcher matcher = FORMAT.matcher(text);
        return matcher.matches()
                ? Optional.of(Duration.of(Long.parseLong(matcher.group(1)), unit(matcher.group(2))))
                : Optional.empty();
    }

    /** {@code text} in milliseconds; empty if it is not a duration. */
    public static OptionalLong milliseconds(String text) {
        return parse(text).map(duration -> OptionalLong.of(duration.toMillis())).orElseGet(OptionalLong::empty);
    }

    /** For messages: {@code 2 s}, or {@code 1500 ms} if it is not a whole number of seconds. */
    public static String inWords(Duration duration) {
        long ms = duration.toMillis();
        return ms % MS_PER_SECOND == 0 ? ms / MS_PER_SECOND + " s" : ms + " ms";
    }

    private static ChronoUnit unit(String name) {
        return switch (name) {
            case "ms" -> ChronoUnit.MILLIS;
            case "s" -> ChronoUnit.SECONDS;
            case "m" -> ChronoUnit.MINUTES;
            case "h" -> ChronoUnit.HOURS;
            default -> ChronoUnit.DAYS;
        };
    }
}
