package io.exitbrain.serdes.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Strict JSON in UTF-8: exactly one object, no field twice, nothing after it, within the limits. */
public final class JsonText {

    // Names come from outside, so they must not fill Jackson's shared symbol table.
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.NESTING)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private JsonText() {}

    /** The fields of the object in {@code value}, within the limit of an input value. */
    public static Map<String, JsonValue> fieldsOf(byte[] value) {
        if (value.length > Limits.VALUE_BYTES) {
            throw new Refusal("value is %d bytes, the limit is %d".formatted(value.length, Limits.VALUE_BYTES));
        }
        return objectIn(value).fields();
    }

    /** The object in {@code value}, of any size. */
    public static JsonValue objectIn(byte[] value) {
        JsonValue read = valueIn(value);
        if (!read.is(JsonValue.Kind.OBJECT)) {
            throw new Refusal("value must be a JSON object, was " + read.quoted());
        }
        return read;
    }

    /** The JSON value in {@code value}, of any size. */
    public static JsonValue valueIn(byte[] value) {
        if (value.length == 0) {
            throw new Refusal("value is empty: expected a JSON object");
        }
        return parsed(decoded(value));
    }

    private static String decoded(byte[] value) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refusal("value is not UTF-8");
        }
    }

    private static JsonValue parsed(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new Refusal("not JSON: nothing but white space");
            }
            JsonValue value = valueAt(parser);
            if (parser.nextToken() != null) {
                throw new Refusal("not JSON: something follows the object" + at(parser.currentTokenLocation()));
            }
            return value;
        } catch (StreamConstraintsException e) {
            throw new Refusal("nesting is deeper than " + Limits.NESTING);
        } catch (JsonProcessingException e) {
            throw new Refusal("not JSON: " + cause(e) + at(e.getLocation()));
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory cannot fail to be read", e);
        }
    }

    private static JsonValue valueAt(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> JsonValue.object(fieldsAt(parser));
            case START_ARRAY -> JsonValue.array(itemsAt(parser));
            case VALUE_STRING -> JsonValue.scalar(JsonValue.Kind.STRING, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> JsonValue.scalar(JsonValue.Kind.NUMBER, parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> JsonValue.scalar(JsonValue.Kind.BOOLEAN, parser.getText());
            case VALUE_NULL -> JsonValue.scalar(JsonValue.Kind.NULL, "null");
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("no JSON value begins with " + parser.currentToken());
        };
    }

    private static Map<String, JsonValue> fieldsAt(JsonParser parser) throws IOException {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, valueAt(parser));
        }
        return fields;
    }

    private static List<JsonValue> itemsAt(JsonParser parser) throws IOException {
        List<JsonValue> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(valueAt(parser));
        }
        return items;
    }

    /** The first clause of the parser's message. The rest is about parser features. */
    private static String cause(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        int clause = message.indexOf(": ");
        return Text.shortened(clause < 0 ? message : message.substring(0, clause));
    }

    private static String at(JsonLocation where) {
        return " (line %d, column %d)".formatted(where.getLineNr(), where.getColumnNr());
    }
}
