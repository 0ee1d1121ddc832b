package io.exitbrain.benchmarks;

import io.exitbrain.yaml.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations above 0 of the command line: {@code 90s}, {@code 10m}, {@code 1h}. */
final class DurationConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        return Durations.parse(text)
                .filter(duration -> !duration.isZero())
                .orElseThrow(
                        () -> new TypeConversionException("must be a duration such as 90s, 10m or 1h, was " + text));
    }
}
