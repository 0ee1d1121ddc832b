package io.exitbrain.serdes.feed;

import io.exitbrain.serdes.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One JSON object of a record, out of its envelopes.
 *
 * @param around the scalar fields of what surrounds the object, such as the topic name and the event time; the nearest wins
 */
public record Payload(Map<String, JsonValue> fields, Map<String, JsonValue> around) {

    public static Payload of(Map<String, JsonValue> fields) {
        return new Payload(fields, Map.of());
    }

    /** {@code inner} as an object inside this one. */
    public Payload inside(Map<String, JsonValue> inner) {
        Map<String, JsonValue> surroundings = new HashMap<>(around);
        fields.forEach((name, value) -> {
            if (value.isScalar()) {
                surroundings.put(name, value);
            }
        });
        return new Payload(inner, surroundings);
    }

    /** The objects in the array {@code name}, each inside this one. Items that are no objects are left out. */
    public Stream<Payload> items(String name) {
        return value(name).map(JsonValue::items).orElse(List.of()).stream()
                .filter(item -> item.is(JsonValue.Kind.OBJECT))
                .map(item -> inside(item.fields()));
    }

    /** The object {@code name} inside this one. */
    public Optional<Payload> object(String name) {
        return value(name).filter(value -> value.is(JsonValue.Kind.OBJECT)).map(value -> inside(value.fields()));
    }

    public boolean has(String name) {
        return value(name).isPresent();
    }

    public boolean hasAny(String... names) {
        return Stream.of(names).anyMatch(this::has);
    }

    public boolean hasAll(String... names) {
        return Stream.of(names).allMatch(this::has);
    }

    public boolean hasArray(String name) {
        return value(name).filter(value -> value.is(JsonValue.Kind.ARRAY)).isPresent();
    }

    public boolean hasText(String name) {
        return value(name).filter(value -> value.is(JsonValue.Kind.STRING)).isPresent();
    }

    /** The value of {@code name}; empty if it is absent or null. */
    public Optional<JsonValue> value(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.is(JsonValue.Kind.NULL));
    }

    /** The written form of the scalar {@code name}; empty if it is absent, null or an empty text. */
    public Optional<String> text(String name) {
        return textOf(value(name));
    }

    /** The written form of the scalar {@code name} of what surrounds the object. */
    public Optional<String> textAround(String name) {
        return textOf(valueAround(name));
    }

    /** The scalar {@code name} of what surrounds the object. */
    public Optional<JsonValue> valueAround(String name) {
        return Optional.ofNullable(around.get(name)).filter(value -> !value.is(JsonValue.Kind.NULL));
    }

    private static Optional<String> textOf(Optional<JsonValue> value) {
        return value.filter(JsonValue::isScalar).map(JsonValue::text).filter(text -> !text.isEmpty());
    }
}
