package io.exitbrain.serdes.input;

/** What a field may hold: turns a JSON value into {@code T}, or says what was expected. */
@FunctionalInterface
interface FieldType<T> {

    T read(JsonValue value) throws Mismatch;
}
