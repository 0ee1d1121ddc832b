package io.exitbrain.demo;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a duration such as {@code 60s}, {@code 5m}, {@code 1h} or {@code 500ms}. */
final class DurationConverter implements ITypeConverter<Duration> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    @Override
    public Duration convert(String text) {
        Matcher typed = FORM.matcher(text);
        if (!typed.matches()) {
            throw new TypeConversionException("must be a duration such as 60s, 5m or 1h, was " + text);
        }
        long amount = Long.parseLong(typed.group(1));
        return switch (typed.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }
}
