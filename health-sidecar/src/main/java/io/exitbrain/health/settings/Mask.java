package io.exitbrain.health.settings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The configured statement that a dependency is NOT_APPLICABLE.
 *
 * @param until the time from which the dependency is probed again; empty = never
 */
public record Mask(String reason, Optional<Instant> until) {

    public boolean isOnAt(Instant now) {
        return until.map(now::isBefore).orElse(true);
    }

    /** A day, which means its start in UTC, or a time with its offset; empty for any other text. */
    static Optional<Instant> parseTime(String text) {
        try {
            return Optional.of(
                    text.contains("T")
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }
}
