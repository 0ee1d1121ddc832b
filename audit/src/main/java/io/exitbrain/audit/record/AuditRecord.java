package io.exitbrain.audit.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * An input or output record under audit.
 *
 * @param topic the topic without the prefix of shadow mode; empty = no record, the wall clock advanced
 * @param reason the reason of a dead letter
 * @param timestamp timestamp of the record in epoch milliseconds; if the wall clock advanced, by how many milliseconds
 * @param place where a reader finds the record: {@code topic-partition@offset}, or {@code line 17}
 * @param coordinates where the record stands on a broker; empty if only its line is known
 * @param origin the record that a message first came in, if it was sent on
 * @param mergeTime the time by which it is ordered among the records of other partitions, epoch milliseconds: its timestamp, unless that
 *     is far ahead of those behind it
 */
public record AuditRecord(
        String topic,
        Optional<String> key,
        Optional<byte[]> value,
        Optional<String> reason,
        long timestamp,
        String place,
        Optional<Coordinates> coordinates,
        Optional<Coordinates> origin,
        long mergeTime) {

    /** The topics on which the engine decides for one symbol. */
    public static final Set<String> KEYED_INPUTS =
            Set.of("order-fills", "positions", "mark-prices", "execution-reports");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** A record that is ordered by its timestamp. */
    public AuditRecord(
            String topic,
            Optional<String> key,
            Optional<byte[]> value,
            Optional<String> reason,
            long timestamp,
            String place,
            Optional<Coordinates> coordinates,
            Optional<Coordinates> origin) {
        this(topic, key, value, reason, timestamp, place, coordinates, origin, timestamp);
    }

    /** The wall clock advanced by {@code milliseconds}. */
    public static AuditRecord clock(long milliseconds, String place) {
        return new AuditRecord(
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                milliseconds,
                place,
                Optional.empty(),
                Optional.empty());
    }

    /** A record of which only its line is known. */
    public static AuditRecord at(
            String place,
            String topic,
            Optional<String> key,
            Optional<byte[]> value,
            Optional<String> reason,
            long timestamp) {
        return new AuditRecord(topic, key, value, reason, timestamp, place, Optional.empty(), Optional.empty());
    }

    /** This record with its coordinates on a broker. */
    public AuditRecord at(Coordinates known) {
        return new AuditRecord(topic, key, value, reason, timestamp, place, Optional.of(known), origin, mergeTime);
    }

    /** This record at another time, epoch milliseconds. */
    public AuditRecord withTimestamp(long other) {
        return new AuditRecord(topic, key, value, reason, other, place, coordinates, origin);
    }

    AuditRecord mergedAt(long time) {
        return new AuditRecord(topic, key, value, reason, timestamp, place, coordinates, origin, time);
    }

    public boolean isClock() {
        return topic.isEmpty();
    }

    /** Whether the topic is one of those that the engine decides on for one symbol. */
    public boolean isKeyedInput() {
        return KEYED_INPUTS.contains(topic);
    }

    /** Whether the topic is an input of the engine. */
    public boolean isInput() {
        return switch (topic) {
            case "instruments", "exit-context", "exchange-events" -> true;
            default -> isKeyedInput() || isClock();
        };
    }

    /** The value as a JSON object; empty if it is none. */
    public Optional<JsonNode> object() {
        return value.flatMap(AuditRecord::json).filter(JsonNode::isObject);
    }

    private static Optional<JsonNode> json(byte[] bytes) {
        try {
            return Optional.of(JSON.readTree(bytes)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory are always readable", impossible);
        }
    }

    /** The value as text; empty if there is none. */
    public String text() {
        return value.map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
    }

    @Override
    public String toString() {
        return isClock()
                ? "wall clock +%d ms".formatted(timestamp)
                : "%s %s %s".formatted(place, key.orElse("null"), text());
    }
}
