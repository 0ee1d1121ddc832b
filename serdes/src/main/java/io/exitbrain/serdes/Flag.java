package io.exitbrain.serdes;

import java.util.Locale;

/** A boolean: {@code true} and {@code false}, bare or as text. */
final class Flag {

    private Flag() {}

    static boolean read(JsonValue value) throws Mismatch {
        if (value.is(JsonValue.Kind.BOOLEAN) || value.is(JsonValue.Kind.STRING)) {
            String text = value.text().toLowerCase(Locale.ROOT);
            if (text.equals("true") || text.equals("false")) {
                return text.equals("true");
            }
        }
        throw new Mismatch("must be true or false");
    }
}
