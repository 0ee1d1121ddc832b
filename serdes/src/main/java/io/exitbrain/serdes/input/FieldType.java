package io.exitbrain.serdes.input;

/** The type of a field: converts a JSON value into {@code T}, or reports the expected form. */
@FunctionalInterface
interface FieldType<T> {

    T read(JsonValue value) throws Mismatch;
}
