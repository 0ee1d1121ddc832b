package io.exitbrain.serdes.input;

import io.exitbrain.serdes.json.JsonValue;
import io.exitbrain.serdes.json.Mismatch;
import io.exitbrain.serdes.json.Refusal;
import io.exitbrain.serdes.json.Text;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The symbol of a record: its key. A symbol in the value must be the same. */
public final class Symbols {

    static final FieldName NAME = FieldName.of("symbol");

    /** The key of an entry for the whole account. */
    static final String ACCOUNT = "*";

    private static final int MAX_BYTES = 60;
    private static final String PUNCTUATION = "._:/@-";
    private static final String EXPECTED =
            "must be a symbol (letters, digits and . _ : / @ -, at most %d bytes of UTF-8)".formatted(MAX_BYTES);

    private Symbols() {}

    /** {@code key} as a symbol. */
    static String fromKey(@Nullable String key) {
        if (key == null) {
            throw new Refusal("key is null; symbol is missing");
        }
        faultOf(key).ifPresent(fault -> {
            throw new Refusal("key %s, was \"%s\"".formatted(fault, Text.shortened(key)));
        });
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

    /** Whether {@code key} is a symbol. The hot path uses it; a symbol of capital letters and digits is found without a text. */
    public static boolean isSymbol(byte[] key) {
        for (byte character : key) {
            if (!isPlain(character)) {
                return isSymbol(new String(key, StandardCharsets.UTF_8));
            }
        }
        return key.length > 0 && key.length <= MAX_BYTES;
    }

    /** Whether {@code text} is a symbol as an exchange writes it. */
    public static boolean isSymbol(String text) {
        return faultOf(text).isEmpty();
    }

    private static String read(JsonValue value) throws Mismatch {
        String symbol = textOf(value);
        Optional<String> fault = faultOf(symbol);
        if (fault.isPresent()) {
            throw new Mismatch(fault.get());
        }
        return symbol;
    }

    private static String textOf(JsonValue value) throws Mismatch {
        if (!value.is(JsonValue.Kind.STRING)) {
            throw new Mismatch(EXPECTED);
        }
        return value.text();
    }

    /** What is wrong with {@code text} as a symbol; empty if it is one. */
    public static Optional<String> faultOf(String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes > MAX_BYTES || !text.codePoints().allMatch(Symbols::isOfSymbol)) {
            return Optional.of(EXPECTED);
        }
        if (text.endsWith("/LONG") || text.endsWith("/SHORT")) {
            return Optional.of("must be a symbol without a position side at its end");
        }
        return isLowerCase(text)
                ? Optional.of("must be written as the exchange does: " + text.toUpperCase(Locale.ROOT))
                : Optional.empty();
    }

    /** Whether all letters are lower-case Latin letters, as in the name of a stream. */
    private static boolean isLowerCase(String text) {
        return text.chars().anyMatch(Symbols::isSmall)
                && text.codePoints().filter(Character::isLetter).allMatch(Symbols::isSmall);
    }

    private static boolean isSmall(int point) {
        return point >= 'a' && point <= 'z';
    }

    private static boolean isOfSymbol(int point) {
        return Character.isLetter(point) || (point >= '0' && point <= '9') || PUNCTUATION.indexOf(point) >= 0;
    }

    private static boolean isPlain(byte c) {
        return (c >= 'A' && c <= 'Z') || (c >= '-' && c <= ':' && c != '/') || c == '_' || c == '@';
    }
}
