package io.exitbrain.serdes.input;

import io.exitbrain.serdes.json.JsonValue;
import io.exitbrain.serdes.json.Mismatch;
import io.exitbrain.serdes.json.Refusal;
import io.exitbrain.serdes.json.Text;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The symbol of a record: its key. A symbol in the value must be the same. */
public final class Symbols {

    static final FieldName NAME = FieldName.of("symbol", "s");

    /** The key of an entry for the whole account. */
    static final String ACCOUNT = "*";

    private static final int MAX_CHARACTERS = 40;
    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9._:-]{1,%d}".formatted(MAX_CHARACTERS));
    private static final String EXPECTED = "must match " + SYMBOL;

    private Symbols() {}

    /** {@code key} as a symbol. */
    static String fromKey(@Nullable String key) {
        if (key == null) {
            throw new Refusal("key is null; " + NAME.missing());
        }
        if (!SYMBOL.matcher(key).matches()) {
            throw new Refusal("key must be a symbol and match %s, was \"%s\"".formatted(SYMBOL, Text.shortened(key)));
        }
        return key;
    }

    /** {@code key} as a symbol, or {@link #ACCOUNT}. */
    static String fromKeyOrAccount(@Nullable String key) {
        return ACCOUNT.equals(key) ? ACCOUNT : fromKey(key);
    }

    /** The symbol in a value, if the value names one. */
    static Optional<String> inValue(Fields fields) {
        return fields.unlessBad(NAME, Symbols::read);
    }

    /** Refuses a value with another symbol than {@code key}. */
    static void agree(Fields fields, String key) {
        Optional<String> named =
                fields.unlessBad(NAME, value -> key.equals(value.text()) ? textOf(value) : read(value));
        if (!named.orElse(key).equals(key)) {
            throw new Refusal("symbol must be the record's key %s, was \"%s\"".formatted(key, named.get()));
        }
    }

    private static String read(JsonValue value) throws Mismatch {
        String symbol = textOf(value);
        if (!SYMBOL.matcher(symbol).matches()) {
            throw new Mismatch(EXPECTED);
        }
        return symbol;
    }

    private static String textOf(JsonValue value) throws Mismatch {
        if (!value.is(JsonValue.Kind.STRING)) {
            throw new Mismatch(EXPECTED);
        }
        return value.text();
    }

    /** Whether {@code key} is a symbol. The hot path uses it, because a pattern is too slow there. */
    public static boolean isSymbol(byte[] key) {
        for (byte character : key) {
            if (!isOfSymbol(character)) {
                return false;
            }
        }
        return key.length > 0 && key.length <= MAX_CHARACTERS;
    }

    private static boolean isOfSymbol(byte c) {
        return (c >= 'A' && c <= 'Z') || (c >= '-' && c <= ':' && c != '/') || c == '_';
    }
}
