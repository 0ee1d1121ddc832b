package io.exitbrain.topology.yaml;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: a whole number and its unit. */
public final class Durations {

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");

    private Durations() {}

    /** {@code text} in milliseconds; empty where it is no duration. */
    public static OptionalLong milliseconds(String text) {
        Matcher written = WRITTEN.matcher(text);
        return written.matches()
                ? OptionalLong.of(unit(written.group(2)).toMillis(Long.parseLong(written.group(1))))
                : OptionalLong.empty();
    }

    private static TimeUnit unit(String name) {
        return switch (name) {
            case "ms" -> TimeUnit.MILLISECONDS;
            case "s" -> TimeUnit.SECONDS;
            case "m" -> TimeUnit.MINUTES;
            case "h" -> TimeUnit.HOURS;
            default -> TimeUnit.DAYS;
        };
    }
}
