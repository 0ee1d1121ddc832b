package io.exitbrain.serdes.output;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.exitbrain.serdes.json.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Writes one JSON object, field by field in the order of the calls. Decimals are plain strings. An empty value is null. */
final class JsonOut {

    private static final String NULL = "null";

    private final JsonBuffer json = new JsonBuffer();
    private boolean hasFields;

    private JsonOut() {}

    /** The bytes of the object whose fields {@code fields} writes. */
    static byte[] bytes(Consumer<JsonOut> fields) {
        JsonOut out = new JsonOut();
        out.braced(fields);
        return out.json.toArray();
    }

    JsonOut text(String name, String text) {
        named(name);
        quote(text);
        return this;
    }

    JsonOut text(String name, Optional<String> text) {
        return text.isPresent() ? text(name, text.get()) : nothing(name);
    }

    /** Writes the name of an enum constant. */
    JsonOut word(String name, Enum<?> word) {
        named(name);
        json.put('"');
        json.ascii(word.name());
        json.put('"');
        return this;
    }

    JsonOut word(String name, Optional<? extends Enum<?>> word) {
        return word.isPresent() ? word(name, word.get()) : nothing(name);
    }

    /** Writes {@code decimal} with its own scale. */
    JsonOut decimal(String name, BigDecimal decimal) {
        named(name);
        json.put('"');
        json.plain(decimal);
        json.put('"');
        return this;
    }

    JsonOut decimal(String name, Optional<BigDecimal> decimal) {
        return decimal.isPresent() ? decimal(name, decimal.get()) : nothing(name);
    }

    /** Writes {@code ratio} without trailing zeros. */
    JsonOut ratio(String name, BigDecimal ratio) {
        return decimal(name, ratio.stripTrailingZeros());
    }

    JsonOut ratio(String name, Optional<BigDecimal> ratio) {
        return decimal(name, ratio.map(BigDecimal::stripTrailingZeros));
    }

    JsonOut number(String name, long number) {
        named(name);
        json.digits(number, 0);
        return this;
    }

    JsonOut number(String name, Optional<Integer> number) {
        return number.isPresent() ? number(name, number.get()) : nothing(name);
    }

    JsonOut flag(String name, boolean flag) {
        return bare(name, Boolean.toString(flag));
    }

    JsonOut nothing(String name) {
        return bare(name, NULL);
    }

    JsonOut object(String name, Consumer<JsonOut> fields) {
        named(name);
        braced(fields);
        return this;
    }

    <T> JsonOut objects(String name, List<T> items, BiConsumer<JsonOut, T> fields) {
        named(name);
        json.put('[');
        for (int i = 0; i < items.size(); i++) {
            T item = items.get(i);
            if (i > 0) {
                json.put(',');
            }
            braced(out -> fields.accept(out, item));
        }
        json.put(']');
        return this;
    }

    private void braced(Consumer<JsonOut> fields) {
        json.put('{');
        hasFields = false;
        fields.accept(this);
        json.put('}');
        hasFields = true;
    }

    private JsonOut bare(String name, String value) {
        named(name);
        json.ascii(value);
        return this;
    }

    // The names are constants of the engine and need no escape.
    private void named(String name) {
        if (hasFields) {
            json.put(',');
        }
        json.put('"');
        json.ascii(name);
        json.put('"');
        json.put(':');
        hasFields = true;
    }

    private void quote(String text) {
        json.put('"');
        if (isPlain(text)) {
            json.ascii(text);
        } else {
            json.raw(JsonStringEncoder.getInstance().quoteAsUTF8(Text.wellFormed(text)));
        }
        json.put('"');
    }

    /** Whether {@code text} needs no escape: printable ASCII without quote and backslash. */
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
