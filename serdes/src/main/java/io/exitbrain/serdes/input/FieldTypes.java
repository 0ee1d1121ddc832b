package io.exitbrain.serdes.input;

import io.exitbrain.serdes.dialect.OwnNames;
import io.exitbrain.serdes.json.FieldType;
import io.exitbrain.serdes.json.JsonValue;
import io.exitbrain.serdes.json.Limits;
import io.exitbrain.serdes.json.Mismatch;
import io.exitbrain.serdes.json.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The field types for booleans, objects, ids and texts. */
final class FieldTypes {

    private static final String EXPECTED_ID =
            "must be a text of 1 to %d characters or a whole number".formatted(Limits.ID_CHARACTERS);

    private FieldTypes() {}

    /** An id: a text, or a whole number in its written form. */
    static String id(JsonValue value) throws Mismatch {
        if (value.is(JsonValue.Kind.NUMBER) && value.text().matches("-?[0-9]{1,%d}".formatted(Limits.DIGITS))) {
            return value.text();
        }
        return text(value, Limits.ID_CHARACTERS, EXPECTED_ID);
    }

    /** A free text. */
    static String sentence(JsonValue value) throws Mismatch {
        return text(
                value,
                Limits.TEXT_CHARACTERS,
                "must be a text of at most %d characters".formatted(Limits.TEXT_CHARACTERS));
    }

    private static String text(JsonValue value, int longest, String expected) throws Mismatch {
        String text = value.text();
        if (!value.is(JsonValue.Kind.STRING) || text.isEmpty() || text.length() > longest) {
            throw new Mismatch(expected);
        }
        if (!Text.isWellFormed(text)) {
            throw new Mismatch("must not hold half of a surrogate pair");
        }
        return text;
    }

    /** A boolean: {@code true} or {@code false}, bare or as text. */
    static boolean flag(JsonValue value) throws Mismatch {
        if (value.is(JsonValue.Kind.BOOLEAN) || value.is(JsonValue.Kind.STRING)) {
            String text = value.text().toLowerCase(Locale.ROOT);
            if (text.equals("true") || text.equals("false")) {
                return text.equals("true");
            }
        }
        throw new Mismatch("must be true or false");
    }

    /** A nested object; its fields in the spelling of {@code names}. */
    static FieldType<Map<String, JsonValue>> object(List<String> names) {
        return value -> {
            if (!value.is(JsonValue.Kind.OBJECT)) {
                throw new Mismatch("must be an object");
            }
            return OwnNames.respelled(value.fields(), names);
        };
    }
}
