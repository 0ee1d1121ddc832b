package io.exitbrain.serdes.json;

import java.util.List;
import java.util.Map;

/** One JSON value in its written form. A number keeps its text, so that the field type can convert it exactly. */
public record JsonValue(Kind kind, String text, Map<String, JsonValue> fields, List<JsonValue> items) {

    public enum Kind {
        STRING,
        NUMBER,
        BOOLEAN,
        NULL,
        OBJECT,
        ARRAY
    }

    public static JsonValue scalar(Kind kind, String text) {
        return new JsonValue(kind, text, Map.of(), List.of());
    }

    /** A text. */
    public static JsonValue ofText(String text) {
        return scalar(Kind.STRING, text);
    }

    public static JsonValue object(Map<String, JsonValue> fields) {
        return new JsonValue(Kind.OBJECT, "an object", fields, List.of());
    }

    public static JsonValue array(List<JsonValue> items) {
        return new JsonValue(Kind.ARRAY, "an array", Map.of(), items);
    }

    public boolean is(Kind other) {
        return kind == other;
    }

    public boolean isScalar() {
        return kind != Kind.OBJECT && kind != Kind.ARRAY;
    }

    public boolean isEmptyText() {
        return is(Kind.STRING) && text.isEmpty();
    }

    /** This value as a quote in a reason. */
    public String quoted() {
        String shown = Text.shortened(text);
        return is(Kind.STRING) ? '"' + shown + '"' : shown;
    }
}
