package io.exitbrain.topology.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One line of the input of a replay. */
public sealed interface ReplayLine {

    /**
     * A record for one of the input topics.
     *
     * @param origin the record that it was first in, if the engine wrote it for another; a recording with outputs tells it
     */
    record Send(String topic, Optional<String> key, Optional<byte[]> value, long timestamp, Optional<String> origin)
            implements ReplayLine {}

    /** The wall clock advances. */
    record Advance(long milliseconds) implements ReplayLine {}

    /** Parses lines. An invalid line stops the replay; the message has its number. */
    final class Parser {

        private static final Set<String> FIELDS =
                Set.of("topic", "key", "value", "valueText", "valueBase64", "timestamp");
        /** What a recording with outputs has beside these. */
        private static final Set<String> COORDINATES = Set.of("partition", "offset", "origin", "reason");

        private static final List<String> VALUES = List.of("value", "valueText", "valueBase64");
        private static final ObjectMapper JSON = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                // So that 1.50 stays 1.50.
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();

        private final Set<String> topics;
        private final boolean takesCoordinates;
        private long number;

        /** Parses the lines of a replay: those of the {@code inputs} only. */
        public Parser(Set<String> inputs) {
            this(inputs, false);
        }

        private Parser(Set<String> topics, boolean takesCoordinates) {
            this.topics = topics;
            this.takesCoordinates = takesCoordinates;
        }

        /** Parses the lines of a recording, which can have outputs and coordinates. */
        public static Parser ofRecording(Set<String> topics) {
            return new Parser(topics, true);
        }

        /** Counts a blank line. */
        public void skip() {
            number++;
        }

        public ReplayLine parse(String line) {
            number++;
            JsonNode fields = object(line);
            if (fields.has("advanceWallClockMs")) {
                return advance(fields);
            }
            require(
                    takesCoordinates || !fields.has("partition"),
                    "has a partition, as a recording with outputs: a replay takes inputs only, record without outputs");
            for (Iterator<String> names = fields.fieldNames(); names.hasNext(); ) {
                requireKnown(names.next());
            }
            Optional<String> origin =
                    Optional.of(fields.path("origin").asText()).filter(text -> !text.isEmpty());
            return new Send(topic(fields), key(fields), value(fields), timestamp(fields), origin);
        }

        private void requireKnown(String name) {
            if (!FIELDS.contains(name) && !(takesCoordinates && COORDINATES.contains(name))) {
                throw new ReplayStopped(
                        number,
                        name + " is not known; known are "
                                + FIELDS.stream().sorted().toList());
            }
        }

        private JsonNode object(String line) {
            try {
                JsonNode fields = JSON.readTree(line);
                require(fields.isObject(), "must be a JSON object, was " + truncated(line));
                return fields;
            } catch (JsonProcessingException notJson) {
                throw new ReplayStopped(number, "is not JSON: " + notJson.getOriginalMessage());
            }
        }

        /** {@code text} as JSON on one line; empty if it is not JSON. */
        static Optional<String> asJson(String text) {
            try {
                JsonNode tree = JSON.readTree(text);
                return tree.isMissingNode() ? Optional.empty() : Optional.of(tree.toString());
            } catch (JsonProcessingException notJson) {
                return Optional.empty();
            }
        }

        private Advance advance(JsonNode fields) {
            JsonNode milliseconds = fields.path("advanceWallClockMs");
            require(fields.size() == 1, "advanceWallClockMs stands alone");
            require(
                    milliseconds.canConvertToLong() && milliseconds.isIntegralNumber() && milliseconds.longValue() >= 0,
                    "advanceWallClockMs must be a whole number >= 0, was " + milliseconds);
            return new Advance(milliseconds.longValue());
        }

        private String topic(JsonNode fields) {
            String topic = fields.path("topic").asText();
            if (!topics.contains(topic)) {
                throw new ReplayStopped(
                        number,
                        "topic must be one of " + topics.stream().sorted().toList() + ", was " + fields.path("topic"));
            }
            return topic;
        }

        private Optional<String> key(JsonNode fields) {
            JsonNode key = fields.path("key");
            require(key.isTextual() || key.isNull() || key.isMissingNode(), "key must be a text or null, was " + key);
            return key.isTextual() ? Optional.of(key.asText()) : Optional.empty();
        }

        private Optional<byte[]> value(JsonNode fields) {
            require(
                    VALUES.stream().filter(fields::has).count() == 1,
                    "exactly one of value, valueText and valueBase64 must be given");
            if (fields.has("value")) {
                return Optional.of(fields.path("value"))
                        .filter(value -> !value.isNull())
                        .map(value -> value.toString().getBytes(StandardCharsets.UTF_8));
            }
            return Optional.of(
                    fields.has("valueText")
                            ? text("valueText", fields).getBytes(StandardCharsets.UTF_8)
                            : decoded(text("valueBase64", fields)));
        }

        private String text(String name, JsonNode fields) {
            JsonNode text = fields.path(name);
            require(text.isTextual(), name + " must be a text, was " + text);
            return text.asText();
        }

        private byte[] decoded(String base64) {
            try {
                return Base64.getDecoder().decode(base64);
            } catch (IllegalArgumentException notBase64) {
                throw new ReplayStopped(number, "valueBase64 must be Base64: " + notBase64.getMessage());
            }
        }

        private long timestamp(JsonNode fields) {
            JsonNode timestamp = fields.path("timestamp");
            require(
                    timestamp.isIntegralNumber() && timestamp.canConvertToLong() && timestamp.longValue() >= 0,
                    "timestamp must be epoch milliseconds, was " + timestamp);
            return timestamp.longValue();
        }

        private void require(boolean holds, String fault) {
            if (!holds) {
                throw new ReplayStopped(number, fault);
            }
        }

        private static String truncated(String line) {
            return line.length() <= 80 ? line : line.substring(0, 80) + "...";
        }
    }
}
