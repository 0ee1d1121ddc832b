package io.exitbrain.serdes.output;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.exitbrain.serdes.input.Text;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** One JSON object being written, field by field in the order of the calls; decimals are plain strings, what is empty is null. */
final class JsonOut {

    private static final String NULL = "null";

    /** Room for most commands and events. */
    private static final int USUAL_BYTES = 640;

    /** The digits of a long, a sign, a point and its zero. */
    private static final int MOST_DIGIT_BYTES = 24;

    /** So many digits fit a long, whatever they are. */
    private static final int DIGITS_OF_A_LONG = 18;

    private static final long[] POWERS_OF_TEN = LongStream.iterate(1, power -> power * 10)
            .limit(DIGITS_OF_A_LONG + 1)
            .toArray();

    // a StringBuilder would be copied twice on its way to bytes
    private byte[] json = new byte[USUAL_BYTES];
    private int length;
    private boolean hasFields;

    private JsonOut() {}

    /** The bytes of the object that {@code fields} writes. */
    static byte[] bytes(Consumer<JsonOut> fields) {
        JsonOut out = new JsonOut();
        out.braced(fields);
        return Arrays.copyOf(out.json, out.length);
    }

    JsonOut text(String name, String text) {
        named(name);
        quote(text);
        return this;
    }

    JsonOut text(String name, Optional<String> text) {
        return text.isPresent() ? text(name, text.get()) : nothing(name);
    }

    /** An enum constant under its own name. */
    JsonOut word(String name, Enum<?> word) {
        named(name);
        put('"');
        ascii(word.name());
        put('"');
        return this;
    }

    JsonOut word(String name, Optional<? extends Enum<?>> word) {
        return word.isPresent() ? word(name, word.get()) : nothing(name);
    }

    /** {@code decimal} at the scale it has. */
    JsonOut decimal(String name, BigDecimal decimal) {
        named(name);
        put('"');
        plain(decimal);
        put('"');
        return this;
    }

    JsonOut decimal(String name, Optional<BigDecimal> decimal) {
        return decimal.isPresent() ? decimal(name, decimal.get()) : nothing(name);
    }

    /** {@code ratio} without trailing zeros. */
    JsonOut ratio(String name, BigDecimal ratio) {
        return decimal(name, ratio.stripTrailingZeros());
    }

    JsonOut ratio(String name, Optional<BigDecimal> ratio) {
        return decimal(name, ratio.map(BigDecimal::stripTrailingZeros));
    }

    JsonOut number(String name, long number) {
        named(name);
        digits(number, 0);
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
        put('[');
        for (int i = 0; i < items.size(); i++) {
            T item = items.get(i);
            if (i > 0) {
                put(',');
            }
            braced(out -> fields.accept(out, item));
        }
        put(']');
        return this;
    }

    private void braced(Consumer<JsonOut> fields) {
        put('{');
        hasFields = false;
        fields.accept(this);
        put('}');
        hasFields = true;
    }

    private JsonOut bare(String name, String value) {
        named(name);
        ascii(value);
        return this;
    }

    // the names are ours and need no escape
    private void named(String name) {
        if (hasFields) {
            put(',');
        }
        put('"');
        ascii(name);
        put('"');
        put(':');
        hasFields = true;
    }

    private void quote(String text) {
        put('"');
        if (isPlain(text)) {
            ascii(text);
        } else {
            raw(JsonStringEncoder.getInstance().quoteAsUTF8(Text.wellFormed(text)));
        }
        put('"');
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

    private void plain(BigDecimal decimal) {
        int scale = decimal.scale();
        if (scale >= 0 && scale < DIGITS_OF_A_LONG && decimal.precision() <= DIGITS_OF_A_LONG) {
            // a decimal without decimals gives its long without a detour over a BigInteger
            digits(decimal.scaleByPowerOfTen(scale).longValue(), scale);
        } else {
            ascii(decimal.toPlainString());
        }
    }

    /** {@code number} times 10^-{@code scale}; the scale less than the digits of a long. */
    private void digits(long number, int scale) {
        if (number == Long.MIN_VALUE) {
            ascii(Long.toString(number));
            return;
        }
        room(MOST_DIGIT_BYTES);
        if (number < 0) {
            put('-');
        }
        long rest = Math.abs(number);
        int count = Math.max(digitsOf(rest), scale + 1);
        int end = length + count + (scale > 0 ? 1 : 0);
        int at = end;
        for (int i = 0; i < count; i++) {
            if (i == scale && scale > 0) {
                json[--at] = '.';
            }
            json[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length = end;
    }

    private static int digitsOf(long number) {
        int digits = 1;
        while (digits < POWERS_OF_TEN.length && number >= POWERS_OF_TEN[digits]) {
            digits++;
        }
        return digits;
    }

    // the one way to copy ASCII without an array in between
    @SuppressWarnings("deprecation")
    private void ascii(String text) {
        room(text.length());
        text.getBytes(0, text.length(), json, length);
        length += text.length();
    }

    private void raw(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, json, length, bytes.length);
        length += bytes.length;
    }

    private void put(char ascii) {
        room(1);
        json[length++] = (byte) ascii;
    }

    private void room(int more) {
        if (json.length - length < more) {
            json = Arrays.copyOf(json, Math.max(2 * json.length, length + more));
        }
    }
}
