package io.exitbrain.serdes.feed;

import io.exitbrain.serdes.json.JsonText;
import io.exitbrain.serdes.json.JsonValue;
import io.exitbrain.serdes.json.Limits;
import io.exitbrain.serdes.json.Refusal;
import java.util.Arrays;

/** The bytes of a record as JSON. Other forms are refused by their name, with what to set in the producer. */
public final class Frames {

    private static final int FRAME_BYTES = 5;
    private static final byte[] AVRO_FILE = {'O', 'b', 'j', 1};
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private Frames() {}

    /** The object or array in {@code value}. */
    public static JsonValue jsonIn(byte[] value) {
        if (value.length > Limits.VALUE_BYTES) {
            throw new Refusal("value is %d bytes, the limit is %d".formatted(value.length, Limits.VALUE_BYTES));
        }
        refuseBinary(value);
        boolean hasMark = startsWith(value, BYTE_ORDER_MARK);
        JsonValue read =
                JsonText.valueIn(hasMark ? Arrays.copyOfRange(value, BYTE_ORDER_MARK.length, value.length) : value);
        if (read.is(JsonValue.Kind.STRING)) {
            throw new Refusal(inQuotes(read));
        }
        if (read.isScalar()) {
            throw new Refusal("value must be a JSON object, was " + read.quoted());
        }
        return read;
    }

    private static void refuseBinary(byte[] value) {
        if (value.length >= FRAME_BYTES && value[0] == 0) {
            throw new Refusal(framed(value));
        }
        if (startsWith(value, AVRO_FILE)) {
            throw new Refusal("value is an Avro file, not JSON: send JSON (JsonConverter, schemas.enable=false)");
        }
        if (startsWith(value, GZIP)) {
            throw new Refusal("value is gzip, not JSON: use the producer's compression.type, not compressed values");
        }
    }

    private static String framed(byte[] value) {
        boolean isJson = value.length > FRAME_BYTES && value[FRAME_BYTES] == '{';
        return isJson
                ? "value has a Schema-Registry frame (0x00 and 4 bytes of schema id) before its JSON: send JSON without it"
                        + " (JsonConverter with schemas.enable=false, or StringSerializer)"
                : "value is Avro or Protobuf in a Schema-Registry frame (0x00 and 4 bytes of schema id), not JSON:"
                        + " send JSON (JsonConverter with schemas.enable=false, or StringSerializer)";
    }

    private static String inQuotes(JsonValue text) {
        boolean isJson = text.text().stripLeading().startsWith("{")
                || text.text().stripLeading().startsWith("[");
        return isJson
                ? "value is JSON in quotes, a text in a text: the producer encodes it twice; send the object itself"
                        + " (StringSerializer for a text that is JSON already)"
                : "value must be a JSON object, was " + text.quoted();
    }

    private static boolean startsWith(byte[] value, byte[] start) {
        return value.length >= start.length && Arrays.equals(value, 0, start.length, start, 0, start.length);
    }
}
