package io.exitbrain.serdes;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** One JSON object being written, field by field in the order of the calls; decimals are plain strings, what is empty is null. */
final class JsonOut {

    private static final String NULL = "null";

    private final StringBuilder json;
    private boolean hasFields;

    private JsonOut(StringBuilder json) {
        this.json = json;
    }

    /** The bytes of the object that {@code fields} writes. */
    static byte[] bytes(Consumer<JsonOut> fields) {
        StringBuilder json = new StringBuilder(512);
        braced(json, fields);
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    JsonOut text(String name, String text) {
        named(name);
        quote(text);
        return this;
    }

    JsonOut text(String name, Optional<String> text) {
        return text.map(present -> text(name, present)).orElseGet(() -> bare(name, NULL));
    }

    /** An enum constant under its own name. */
    JsonOut word(String name, Enum<?> word) {
        return text(name, word.name());
    }

    /** {@code decimal} at the scale it has. */
    JsonOut decimal(String name, BigDecimal decimal) {
        return text(name, decimal.toPlainString());
    }

    JsonOut decimal(String name, Optional<BigDecimal> decimal) {
        return text(name, decimal.map(BigDecimal::toPlainString));
    }

    /** {@code ratio} without trailing zeros. */
    JsonOut ratio(String name, BigDecimal ratio) {
        return decimal(name, ratio.stripTrailingZeros());
    }

    JsonOut ratio(String name, Optional<BigDecimal> ratio) {
        return decimal(name, ratio.map(BigDecimal::stripTrailingZeros));
    }

    JsonOut number(String name, long number) {
        return bare(name, Long.toString(number));
    }

    JsonOut number(String name, Optional<Integer> number) {
        return bare(name, number.map(String::valueOf).orElse(NULL));
    }

    JsonOut flag(String name, boolean flag) {
        return bare(name, Boolean.toString(flag));
    }

    JsonOut nothing(String name) {
        return bare(name, NULL);
    }

    JsonOut object(String name, Consumer<JsonOut> fields) {
        named(name);
        braced(json, fields);
        return this;
    }

    <T> JsonOut objects(String name, List<T> items, BiConsumer<JsonOut, T> fields) {
        named(name).append('[');
        for (int i = 0; i < items.size(); i++) {
            T item = items.get(i);
            json.append(i == 0 ? "" : ",");
            braced(json, out -> fields.accept(out, item));
        }
        json.append(']');
        return this;
    }

    private static void braced(StringBuilder json, Consumer<JsonOut> fields) {
        json.append('{');
        fields.accept(new JsonOut(json));
        json.append('}');
    }

    private JsonOut bare(String name, String value) {
        named(name).append(value);
        return this;
    }

    // the names are ours and need no escape
    private StringBuilder named(String name) {
        json.append(hasFields ? ",\"" : "\"").append(name).append("\":");
        hasFields = true;
        return json;
    }

    private void quote(String text) {
        json.append('"');
        if (isPlain(text)) {
            json.append(text);
        } else {
            JsonStringEncoder.getInstance().quoteAsString(Text.wellFormed(text), json);
        }
        json.append('"');
    }

    /** Whether {@code text} is its own JSON: printable ASCII without quote and backslash. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }
}
