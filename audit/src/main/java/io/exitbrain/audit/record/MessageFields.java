package io.exitbrain.audit.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the fields of a message, by the message contract. */
public final class MessageFields {

    private static final long MAX_AHEAD_MS = 60_000;

    private MessageFields() {}

    /** The first field of {@code names} that is present and not null. */
    public static Optional<JsonNode> first(JsonNode object, String... names) {
        for (String name : names) {
            JsonNode field = object.path(name);
            if (!field.isMissingNode() && !field.isNull()) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    public static Optional<BigDecimal> decimal(JsonNode object, String... names) {
        return first(object, names).flatMap(MessageFields::number);
    }

    public static Optional<BigDecimal> positive(JsonNode object, String... names) {
        return decimal(object, names).filter(number -> number.signum() > 0);
    }

    private static Optional<BigDecimal> number(JsonNode field) {
        try {
            return field.isTextual() || field.isNumber()
                    ? Optional.of(new BigDecimal(field.asText()))
                    : Optional.empty();
        } catch (NumberFormatException notNumber) {
            return Optional.empty();
        }
    }

    /** The text in capitals, if it is one of {@code known}. */
    public static Optional<String> word(JsonNode object, Set<String> known, String... names) {
        return first(object, names)
                .map(field -> field.asText().toUpperCase(Locale.ROOT))
                .filter(known::contains);
    }

    /** Epoch milliseconds. If the field is absent or more than a minute ahead, {@code recordTimestamp}. */
    public static long time(JsonNode object, long recordTimestamp, String... names) {
        return first(object, names)
                .filter(field -> field.canConvertToLong() && field.isIntegralNumber())
                .map(JsonNode::longValue)
                .filter(time -> time <= recordTimestamp + MAX_AHEAD_MS)
                .orElse(recordTimestamp);
    }
}
