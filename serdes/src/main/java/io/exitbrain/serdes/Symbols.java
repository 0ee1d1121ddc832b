package io.exitbrain.serdes;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The symbol of a record: its key, which a symbol in the value may not contradict. */
final class Symbols {

    static final FieldName NAME = FieldName.of("symbol", "s");

    /** The key of what counts for the whole account. */
    static final String ACCOUNT = "*";

    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9._:-]{1,40}");
    private static final String EXPECTED = "must match " + SYMBOL;

    private Symbols() {}

    /** The symbol that {@code key} is. */
    static String fromKey(@Nullable String key) {
        if (key == null) {
            throw new Refusal("key is null: expected the symbol");
        }
        if (!SYMBOL.matcher(key).matches()) {
            throw new Refusal("key must be a symbol and match %s, was \"%s\"".formatted(SYMBOL, Text.shortened(key)));
        }
        return key;
    }

    /** The symbol that {@code key} is, or {@link #ACCOUNT}. */
    static String fromKeyOrAccount(@Nullable String key) {
        return ACCOUNT.equals(key) ? ACCOUNT : fromKey(key);
    }

    /** The symbol that a value names. */
    static String fromValue(Fields fields) {
        return fields.required(NAME, Symbols::read);
    }

    /** Refuses a value that names another symbol than {@code key}. */
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

    /** Whether {@code key} is a symbol; for the way on which a pattern is too slow. */
    static boolean isSymbol(String key) {
        if (key.isEmpty() || key.length() > 40) {
            return false;
        }
        for (int i = 0; i < key.length(); i++) {
            if (!isOfSymbol(key.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfSymbol(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '-' && c <= ':' && c != '/') || c == '_';
    }
}
