package io.exitbrain.serdes.input;

import io.exitbrain.serdes.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A field of the contract, by our own name. */
record FieldName(String canonical) {

    static FieldName of(String canonical) {
        return new FieldName(canonical);
    }

    /** The value, if it is present. A JSON null and every value that {@code isAbsent} accepts count as absent. */
    Optional<JsonValue> presentIn(Map<String, JsonValue> fields, Predicate<JsonValue> isAbsent) {
        return Optional.ofNullable(fields.get(canonical))
                .filter(value -> !value.is(JsonValue.Kind.NULL) && !isAbsent.test(value));
    }
}
