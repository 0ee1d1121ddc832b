package io.exitbrain.serdes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One pass over the bytes of a flat JSON object that remembers where the fields of a mark price are. */
final class FlatObject {

    // in order of precedence, as GeneralMarkPriceReader has them
    private static final byte[][] KNOWN = Stream.of(
                    "symbol", "s", "markPrice", "price", "p", "time", "E", "timestamp", "ts")
            .map(name -> name.getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);

    private static final int SYMBOL = 0;
    private static final int PRICE = 2;
    private static final int TIME = 5;
    private static final int END = KNOWN.length;

    /** Objects with more fields go the general way. */
    private static final int MOST_FIELDS = 16;

    private static final int ABSENT = 0;

    private final byte[] json;
    private final int[] starts = new int[KNOWN.length];
    private final int[] ends = new int[KNOWN.length];
    private final int[] nameStarts = new int[MOST_FIELDS];
    private final int[] nameEnds = new int[MOST_FIELDS];
    private int fields;
    private int at;

    FlatObject(byte[] json) {
        this.json = json;
    }

    /** Whether the bytes are a flat object and nothing else; must be asked first. */
    boolean scan() {
        return json.length <= Limits.VALUE_BYTES && skip('{') && scanFields() && isAtEnd();
    }

    /** Whether {@code symbol} is what the object calls itself, or it does not say. */
    boolean names(String symbol) {
        int field = firstPresent(SYMBOL, PRICE);
        return field < 0 || (isString(field) && matches(symbol, starts[field], ends[field]));
    }

    /** The price, > 0; null where it is not plain. */
    @Nullable
    PlainNumber price() {
        int field = firstPresent(PRICE, TIME);
        PlainNumber price = field < 0 ? null : PlainNumber.in(json, starts[field], ends[field]);
        return price == null || price.unscaled() == 0 ? null : price;
    }

    /** The time, epoch milliseconds; {@code absent} where there is none, -1 where it is not plain. */
    long time(long absent) {
        int field = firstPresent(TIME, END);
        if (field < 0) {
            return absent;
        }
        PlainNumber time = PlainNumber.in(json, starts[field], ends[field]);
        return time == null || time.scale() > 0 ? -1 : time.unscaled();
    }

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
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == ':' || c == '-';
    }

    private boolean scanFields() {
        do {
            if (fields == MOST_FIELDS || !scanName() || !skip(':') || !scanValue()) {
                return false;
            }
        } while (skip(','));
        return skip('}');
    }

    private boolean scanName() {
        if (!skip('"')) {
            return false;
        }
        int start = at;
        if (!skipString()) {
            return false;
        }
        nameStarts[fields] = start;
        nameEnds[fields] = at - 1;
        return isNew(fields++);
    }

    private boolean isNew(int name) {
        for (int other = 0; other < name; other++) {
            if (Arrays.equals(json, nameStarts[other], nameEnds[other], json, nameStarts[name], nameEnds[name])) {
                return false;
            }
        }
        return true;
    }

    private boolean scanValue() {
        boolean isString = skip('"');
        int start = at;
        if (isString ? !skipString() : !skipNumber()) {
            return false;
        }
        keep(start, isString ? at - 1 : at);
        return true;
    }

    private void keep(int start, int end) {
        int field = known(nameStarts[fields - 1], nameEnds[fields - 1]);
        if (field >= 0) {
            starts[field] = start;
            ends[field] = end;
        }
    }

    private int known(int start, int end) {
        for (int field = 0; field < KNOWN.length; field++) {
            byte[] name = KNOWN[field];
            if (name.length == end - start && Arrays.equals(name, 0, name.length, json, start, end)) {
                return field;
            }
        }
        return -1;
    }

    /** Past the closing quote of a string of plain ASCII. */
    private boolean skipString() {
        while (at < json.length) {
            byte b = json[at++];
            if (b == '"') {
                return true;
            }
            if (b < ' ' || b == '\\') {
                return false;
            }
        }
        return false;
    }

    /** Past a number without an exponent. */
    private boolean skipNumber() {
        if (at < json.length && json[at] == '-') {
            at++;
        }
        int whole = skipDigits();
        boolean hasLeadingZero = whole > 1 && json[at - whole] == '0';
        if (whole == 0 || hasLeadingZero) {
            return false;
        }
        if (at < json.length && json[at] == '.') {
            at++;
            return skipDigits() > 0;
        }
        return true;
    }

    private int skipDigits() {
        int start = at;
        while (at < json.length && json[at] >= '0' && json[at] <= '9') {
            at++;
        }
        return at - start;
    }

    private boolean skip(char wanted) {
        skipWhiteSpace();
        if (at < json.length && json[at] == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private boolean isAtEnd() {
        skipWhiteSpace();
        return at == json.length;
    }

    private void skipWhiteSpace() {
        while (at < json.length && (json[at] == ' ' || json[at] == '\n' || json[at] == '\r' || json[at] == '\t')) {
            at++;
        }
    }

    private int firstPresent(int from, int to) {
        for (int field = from; field < to; field++) {
            if (starts[field] != ABSENT) {
                return field;
            }
        }
        return -1;
    }

    private boolean isString(int field) {
        return json[starts[field] - 1] == '"';
    }

    private boolean matches(String text, int start, int end) {
        if (text.length() != end - start) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (json[start + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
