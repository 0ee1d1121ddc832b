package io.exitbrain.health.settings;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: a whole number and its unit. */
public final class Durations {

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");
    private static final long SECOND_MS = 1_000;

    private Durations() {}

    static Optional<Duration> parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        return written.matches()
                ? Optional.of(Duration.of(Long.parseLong(written.group(1)), unit(written.group(2))))
                : Optional.empty();
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

    /** For a sentence: {@code 2 s}, or {@code 1500 ms} where it is no whole number of seconds. */
    public static String inWords(Duration duration) {
        long ms = duration.toMillis();
        return ms % SECOND_MS == 0 ? ms / SECOND_MS + " s" : ms + " ms";
    }
}
