package io.exitbrain.serdes.json;

/** The type of a field: converts a JSON value into {@code T}, or reports the expected form. */
@FunctionalInterface
public interface FieldType<T> {

    T read(JsonValue value) throws Mismatch;
}
