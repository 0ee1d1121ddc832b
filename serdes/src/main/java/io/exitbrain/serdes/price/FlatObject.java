package io.exitbrain.serdes.price;

import io.exitbrain.serdes.json.Limits;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Scans a flat JSON object once and records the positions of its values, and which of them are the fields of a mark price. One instance
 * scans many objects, one after the other, on one thread.
 */
final class FlatObject {

    // Symbol, price and time by their names, then what else a mark price has.
    private static final byte[][] KNOWN = Stream.of(
                    "symbol",
                    "s",
                    "markPrice",
                    "price",
                    "p",
                    "time",
                    "E",
                    "timestamp",
                    "ts",
                    "e",
                    "r",
                    "P",
                    "i",
                    "T",
                    "ap")
            .map(name -> name.getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);

    private static final int SYMBOL = 0;
    private static final int PRICE = 2;
    private static final int TIME = 5;
    private static final int EVENT = 9;
    private static final int FUNDING_RATE = 10;
    private static final int ESTIMATE = 11;
    private static final int SHORT_SYMBOL = 1;
    private static final int SHORT_PRICE = 4;
    private static final int SHORT_TIME = 6;

    private static final byte[] MARK_PRICE_UPDATE = "markPriceUpdate".getBytes(StandardCharsets.US_ASCII);

    /** The general reader reads objects with more fields. */
    private static final int MAX_FIELDS = 16;

    /** No such field. */
    static final int ABSENT = -1;

    private final AsciiCursor cursor = new AsciiCursor();
    private final int[] known = new int[KNOWN.length];
    private final int[] nameStarts = new int[MAX_FIELDS];
    private final int[] nameEnds = new int[MAX_FIELDS];
    private final int[] starts = new int[MAX_FIELDS];
    private final int[] ends = new int[MAX_FIELDS];
    private byte[] json = new byte[0];
    private int fields;
    private int unknown;

    /** Scans {@code json}; true if it is one flat object and nothing else. Must be called before the other methods. */
    boolean scan(byte[] bytes) {
        json = bytes;
        cursor.startOn(bytes);
        fields = 0;
        unknown = 0;
        Arrays.fill(known, ABSENT);
        return json.length <= Limits.VALUE_BYTES && cursor.skip('{') && scanFields() && cursor.isAtEnd();
    }

    /** The number of fields. They are numbered from 0 in their order in the object. */
    int fields() {
        return fields;
    }

    /** The start of the value of {@code field}, after the quote of a string. */
    int start(int field) {
        return starts[field];
    }

    /** The end of the value of {@code field}, exclusive, before the quote of a string. */
    int end(int field) {
        return ends[field];
    }

    boolean isString(int field) {
        return json[starts[field] - 1] == '"';
    }

    /**
     * Whether the object is a mark price and nothing else: it has only names of a mark price, the symbol, the price and the time under one
     * name each. The general reader reads everything else.
     */
    boolean isMarkPrice() {
        boolean isPlain = unknown == 0
                && count(SYMBOL, PRICE) <= 1
                && count(PRICE, TIME) == 1
                && count(TIME, EVENT) <= 1
                && (known[ESTIMATE] == ABSENT || known[FUNDING_RATE] != ABSENT);
        return isPlain && (known[EVENT] == ABSENT || isUpdate());
    }

    /** The event names its fields by letters. */
    private boolean isUpdate() {
        int event = known[EVENT];
        boolean isShort =
                symbol() == known[SHORT_SYMBOL] && price() == known[SHORT_PRICE] && time() == known[SHORT_TIME];
        return isShort
                && isString(event)
                && Arrays.equals(json, starts[event], ends[event], MARK_PRICE_UPDATE, 0, MARK_PRICE_UPDATE.length);
    }

    private int count(int from, int to) {
        int count = 0;
        for (int name = from; name < to; name++) {
            count += known[name] == ABSENT ? 0 : 1;
        }
        return count;
    }

    /** The field with the symbol, or {@link #ABSENT}. */
    int symbol() {
        return firstPresent(SYMBOL, PRICE);
    }

    /** The field with the price, or {@link #ABSENT}. */
    int price() {
        return firstPresent(PRICE, TIME);
    }

    /** The field with the time, or {@link #ABSENT}. */
    int time() {
        return firstPresent(TIME, EVENT);
    }

    /** The field with the name of the event, or {@link #ABSENT}. */
    int event() {
        return known[EVENT];
    }

    private boolean scanFields() {
        do {
            if (fields == MAX_FIELDS || !scanName() || !cursor.skip(':') || !scanValue()) {
                return false;
            }
        } while (cursor.skip(','));
        return cursor.skip('}');
    }

    private boolean scanName() {
        if (!cursor.skip('"')) {
            return false;
        }
        int start = cursor.at();
        if (!cursor.skipString()) {
            return false;
        }
        nameStarts[fields] = start;
        nameEnds[fields] = cursor.at() - 1;
        return isNew(fields++);
    }

    private boolean isNew(int name) {
        int start = nameStarts[name];
        int length = nameEnds[name] - start;
        for (int other = 0; other < name; other++) {
            if (nameEnds[other] - nameStarts[other] == length && isSame(json, nameStarts[other], start, length)) {
                return false;
            }
        }
        return true;
    }

    private boolean scanValue() {
        boolean isString = cursor.skip('"');
        int start = cursor.at();
        if (isString ? !cursor.skipString() : !cursor.skipNumber()) {
            return false;
        }
        int field = fields - 1;
        starts[field] = start;
        ends[field] = isString ? cursor.at() - 1 : cursor.at();
        int name = known(nameStarts[field], nameEnds[field]);
        if (name >= 0) {
            known[name] = field;
        } else {
            unknown++;
        }
        return true;
    }

    private int known(int start, int end) {
        int field = likely(end - start, json[start]);
        return field >= 0 && isSame(KNOWN[field], 0, start, end - start) ? field : -1;
    }

    /** The one known name with this length and first byte, or -1. */
    private static int likely(int length, byte first) {
        return switch (length) {
            case 1 -> letter(first);
            case 2 -> first == 't' ? 8 : 14;
            case 4 -> 5;
            case 5 -> 3;
            case 6 -> SYMBOL;
            case 9 -> first == 'm' ? PRICE : 7;
            default -> -1;
        };
    }

    private static int letter(byte first) {
        return switch (first) {
            case 's' -> SHORT_SYMBOL;
            case 'p' -> SHORT_PRICE;
            case 'E' -> SHORT_TIME;
            case 'e' -> EVENT;
            case 'r' -> FUNDING_RATE;
            case 'P' -> ESTIMATE;
            case 'i' -> 12;
            case 'T' -> 13;
            default -> -1;
        };
    }

    /** Whether {@code length} bytes of {@code other} equal those of the object. Names differ early, so a loop is faster than a range comparison. */
    private boolean isSame(byte[] other, int otherStart, int start, int length) {
        for (int i = 0; i < length; i++) {
            if (other[otherStart + i] != json[start + i]) {
                return false;
            }
        }
        return true;
    }

    private int firstPresent(int from, int to) {
        for (int name = from; name < to; name++) {
            if (known[name] != ABSENT) {
                return known[name];
            }
        }
        return ABSENT;
    }
}
