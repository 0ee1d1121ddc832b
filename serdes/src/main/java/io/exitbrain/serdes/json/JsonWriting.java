package io.exitbrain.serdes.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes values as JSON in UTF-8, numbers as they were written. */
public final class JsonWriting {

    private JsonWriting() {}

    /** An object with {@code fields} in their order. */
    public static byte[] object(Map<String, JsonValue> fields) {
        StringBuilder json = new StringBuilder();
        writeObject(json, fields);
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(StringBuilder json, JsonValue value) {
        switch (value.kind()) {
            case STRING -> writeText(json, value.text());
            case NUMBER, BOOLEAN, NULL -> json.append(value.text());
            case OBJECT -> writeObject(json, value.fields());
            case ARRAY -> writeArray(json, value.items());
        }
    }

    private static void writeObject(StringBuilder json, Map<String, JsonValue> fields) {
        json.append('{');
        String comma = "";
        for (Map.Entry<String, JsonValue> field : fields.entrySet()) {
            json.append(comma);
            writeText(json, field.getKey());
            json.append(':');
            write(json, field.getValue());
            comma = ",";
        }
        json.append('}');
    }

    private static void writeArray(StringBuilder json, List<JsonValue> items) {
        json.append('[');
        String comma = "";
        for (JsonValue item : items) {
            json.append(comma);
            write(json, item);
            comma = ",";
        }
        json.append(']');
    }

    private static void writeText(StringBuilder json, String text) {
        json.append('"');
        JsonStringEncoder.getInstance().quoteAsString(Text.wellFormed(text), json);
        json.append('"');
    }
}
