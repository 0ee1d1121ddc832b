package io.exitbrain.benchmarks;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations as people type them: {@code 90s}, {@code 10m}, {@code 1h}. */
final class Durations implements ITypeConverter<Duration> {

    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,8})([smh])");

    @Override
    public Duration convert(String text) {
        Matcher typed = FORM.matcher(text);
        if (!typed.matches()) {
            throw new TypeConversionException("must be a duration such as 90s, 10m or 1h, was " + text);
        }
        long amount = Long.parseLong(typed.group(1));
        return switch (typed.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }
}
