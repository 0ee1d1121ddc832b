package io.exitbrain.health.settings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Somebody's word that a dependency does not apply.
 *
 * @param reason why
 * @param until from when on it is probed again; empty = until somebody says otherwise
 */
public record Mask(String reason, Optional<Instant> until) {

    public boolean isOnAt(Instant now) {
        return until.map(now::isBefore).orElse(true);
    }

    /** A day, meaning its start in UTC, or a moment with its offset. */
    static Optional<Instant> moment(String text) {
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
