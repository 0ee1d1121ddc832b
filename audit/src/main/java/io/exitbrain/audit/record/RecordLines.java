package io.exitbrain.audit.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Reads records from JSON lines, in the form of a replay or of {@code kcat -J}:
 *
 * <pre>
 * {"topic":"mark-prices","key":"BTCUSDT","value":{...},"timestamp":1764000000000}
 * {"topic":"mark-prices","partition":2,"offset":17,"key":"BTCUSDT","payload":"{...}","ts":1764000000000}
 * {"advanceWallClockMs":1000}
 * </pre>
 *
 * <p>{@code valueText} instead of {@code value} holds text that need not be JSON, {@code valueBase64} bytes that need not be text. {@code
 * origin} names the record that a message first came in, if the engine has sent it on.
 */
final class RecordLines {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final List<String> VALUES = List.of("value", "valueText", "valueBase64", "payload");
    private static final String ADVANCE = "advanceWallClockMs";
    private static final String SHADOW = "shadow.";

    private final String file;
    private long number;

    /** @param file the name of the file, for messages and places */
    RecordLines(String file) {
        this.file = file;
    }

    /** The record of the next line; throws {@link InvalidRecord} with file and line number if it is none. */
    AuditRecord parse(String line) {
        number++;
        JsonNode fields = object(line);
        if (fields.has(ADVANCE)) {
            require(fields.path(ADVANCE).isIntegralNumber(), ADVANCE + " must be a whole number, was " + fields);
            return AuditRecord.clock(fields.path(ADVANCE).longValue(), place());
        }
        String topic = topic(fields);
        Optional<Coordinates> coordinates = coordinates(topic, fields);
        Optional<String> reason = text(fields, "reason");
        return new AuditRecord(
                topic,
                key(fields),
                value(fields),
                reason,
                timestamp(fields),
                coordinates.map(Coordinates::toString).orElseGet(this::place),
                coordinates,
                text(fields, "origin")
                        .flatMap(Coordinates::parse)
                        .or(() ->
                                topic.equals("dead-letters") ? reason.flatMap(Coordinates::lastIn) : Optional.empty()));
    }

    /** A blank line. */
    void skip() {
        number++;
    }

    private String place() {
        return file + ":" + number;
    }

    private JsonNode object(String line) {
        try {
            JsonNode fields = JSON.readTree(line);
            require(fields.isObject(), "must be a JSON object");
            return fields;
        } catch (JsonProcessingException notJson) {
            throw new InvalidRecord(place() + ": is not JSON: " + notJson.getOriginalMessage());
        }
    }

    private String topic(JsonNode fields) {
        String topic = fields.path("topic").asText();
        require(!topic.isEmpty(), "topic is missing");
        return topic.startsWith(SHADOW) ? topic.substring(SHADOW.length()) : topic;
    }

    private static Optional<Coordinates> coordinates(String topic, JsonNode fields) {
        return fields.path("offset").isIntegralNumber()
                        && fields.path("partition").isIntegralNumber()
                ? Optional.of(new Coordinates(
                        topic,
                        fields.path("partition").intValue(),
                        fields.path("offset").longValue()))
                : Optional.empty();
    }

    private static Optional<String> text(JsonNode fields, String name) {
        return Optional.ofNullable(fields.path(name).textValue());
    }

    private Optional<String> key(JsonNode fields) {
        JsonNode key = fields.path("key");
        require(key.isTextual() || key.isNull() || key.isMissingNode(), "key must be a text or null, was " + key);
        return text(fields, "key");
    }

    /** A record without a value is a null that is written, not a name that is missing. */
    private Optional<byte[]> value(JsonNode fields) {
        long values = VALUES.stream().filter(fields::has).count();
        require(values == 1, "exactly one of %s must be given".formatted(VALUES));
        return text(fields, "valueText")
                .or(() -> text(fields, "payload"))
                .or(() -> Optional.ofNullable(fields.get("value"))
                        .filter(value -> !value.isNull())
                        .map(JsonNode::toString))
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .or(() -> text(fields, "valueBase64").map(this::decoded));
    }

    private byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw new InvalidRecord(place() + ": valueBase64 must be Base64: " + notBase64.getMessage());
        }
    }

    private long timestamp(JsonNode fields) {
        JsonNode timestamp = fields.has("timestamp") ? fields.path("timestamp") : fields.path("ts");
        require(
                timestamp.isIntegralNumber() && timestamp.canConvertToLong() && timestamp.longValue() >= 0,
                "timestamp must be epoch milliseconds, was " + timestamp);
        return timestamp.longValue();
    }

    private void require(boolean holds, String fault) {
        if (!holds) {
            throw new InvalidRecord(place() + ": " + fault);
        }
    }
}
