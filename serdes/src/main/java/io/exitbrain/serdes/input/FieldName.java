package io.exitbrain.serdes.input;

import io.exitbrain.serdes.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A field of the contract and its accepted names, in order of precedence. */
record FieldName(String canonical, List<String> names) {

    static FieldName of(String canonical, String... aliases) {
        return new FieldName(
                canonical,
                Stream.concat(Stream.of(canonical), Stream.of(aliases)).toList());
    }

    /** The first name that is present. A JSON null and every value that {@code isAbsent} accepts count as absent. */
    Optional<String> presentIn(Map<String, JsonValue> fields, Predicate<JsonValue> isAbsent) {
        return names.stream()
                .filter(name -> {
                    JsonValue value = fields.get(name);
                    return value != null && !value.is(JsonValue.Kind.NULL) && !isAbsent.test(value);
                })
                .findFirst();
    }

    /** The field as text in a reason; {@code name} is the name in the record. */
    String shownAs(String name) {
        return name.equals(canonical) ? canonical : "%s (%s)".formatted(canonical, name);
    }

    /** The reason if none of the names is present. */
    String missing() {
        return names.size() == 1
                ? canonical + " is missing"
                : "%s is missing (also read from %s)"
                        .formatted(canonical, String.join(", ", names.subList(1, names.size())));
    }
}
