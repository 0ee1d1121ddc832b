package io.exitbrain.topology.options;

import io.exitbrain.yaml.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a duration such as {@code 60s}, {@code 5m}, {@code 1h} or {@code 500ms}. */
public final class DurationConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        return Durations.parse(text)
                .orElseThrow(
                        () -> new TypeConversionException("must be a duration such as 60s, 5m or 1h, was " + text));
    }
}
