package io.exitbrain.acceptance.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * An input or output record as a line of a replay.
 *
 * @param topic empty = no record; the wall clock advances by {@code timestamp} milliseconds
 * @param value the bytes as text; may be no JSON
 * @param reason the reason of a dead letter
 */
public record Line(
        String topic, Optional<String> key, Optional<String> value, Optional<String> reason, long timestamp) {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final String ADVANCE = "advanceWallClockMs";

    public static Line advance(long milliseconds) {
        return new Line("", Optional.empty(), Optional.empty(), Optional.empty(), milliseconds);
    }

    public static Line of(String topic, String key, String value, long timestamp) {
        return new Line(topic, Optional.of(key), Optional.of(value), Optional.empty(), timestamp);
    }

    /** Reads a line of a replay. Throws if the text is no such line. */
    public static Line parse(String text) {
        JsonNode fields = json(text).orElseThrow(() -> new IllegalArgumentException("not JSON: " + text));
        if (fields.has(ADVANCE)) {
            return advance(fields.get(ADVANCE).longValue());
        }
        Optional<String> value = fields.has("valueText")
                ? Optional.of(fields.get("valueText").textValue())
                : Optional.ofNullable(fields.get("value"))
                        .filter(node -> !node.isNull())
                        .map(JsonNode::toString);
        return new Line(
                fields.get("topic").textValue(),
                Optional.ofNullable(fields.path("key").textValue()),
                value,
                Optional.ofNullable(fields.path("reason").textValue()),
                fields.path("timestamp").longValue());
    }

    static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(JSON.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    public boolean isAdvance() {
        return topic.isEmpty();
    }

    /** The value as a JSON object; empty if it is not an object. */
    public Optional<JsonNode> object() {
        return value.flatMap(Line::json).filter(JsonNode::isObject);
    }

    public Line at(long otherTimestamp) {
        return new Line(topic, key, value, reason, otherTimestamp);
    }

    public Line withValue(String other) {
        return new Line(topic, key, Optional.of(other), reason, timestamp);
    }

    @Override
    public String toString() {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        if (isAdvance()) {
            return line.put(ADVANCE, timestamp).toString();
        }
        line.put("topic", topic).put("key", key.orElse(null));
        Optional<JsonNode> json = value.flatMap(Line::json);
        if (value.isPresent() && json.isEmpty()) {
            line.put("valueText", value.get());
        } else {
            line.set("value", json.orElse(JsonNodeFactory.instance.nullNode()));
        }
        reason.ifPresent(why -> line.put("reason", why));
        return line.put("timestamp", timestamp).toString();
    }
}
