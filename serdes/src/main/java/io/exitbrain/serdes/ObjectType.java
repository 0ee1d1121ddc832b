package io.exitbrain.serdes;

import java.util.Map;

/** A nested object. */
final class ObjectType {

    private ObjectType() {}

    static Map<String, JsonValue> read(JsonValue value) throws Mismatch {
        if (!value.is(JsonValue.Kind.OBJECT)) {
            throw new Mismatch("must be an object");
        }
        return value.fields();
    }
}
