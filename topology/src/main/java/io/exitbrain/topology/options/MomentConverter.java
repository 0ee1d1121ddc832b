package io.exitbrain.topology.options;

import io.exitbrain.yaml.Durations;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A date, a date and time in ISO-8601, or the duration since then. A date begins at midnight; what names no zone is UTC. */
public final class MomentConverter implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String text) {
        return Durations.parse(text)
                .map(ago -> Instant.now().minus(ago))
                .or(() -> iso(text))
                .orElseThrow(() -> new TypeConversionException(
                        "must be a time such as 2025-11-24T16:00:00Z, a date such as 2025-11-24, or a duration such as 30m, was "
                                + text));
    }

    private static Optional<Instant> iso(String text) {
        return Stream.<Function<String, Instant>>of(
                        with -> OffsetDateTime.parse(with).toInstant(),
                        time -> LocalDateTime.parse(time).toInstant(ZoneOffset.UTC),
                        date -> LocalDate.parse(date).atStartOfDay().toInstant(ZoneOffset.UTC))
                .flatMap(form -> parsed(form, text).stream())
                .findFirst();
    }

    private static Optional<Instant> parsed(Function<String, Instant> form, String text) {
        try {
            return Optional.of(form.apply(text));
        } catch (DateTimeException otherForm) {
            return Optional.empty();
        }
    }
}
