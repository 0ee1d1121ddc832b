package io.exitbrain.serdes.price;

import io.exitbrain.serdes.json.Limits;
import java.util.Arrays;

/**
 * Scans a flat JSON object once and records the positions of its values, and which of them are the fields of a mark price. One instance
 * scans many objects, one after the other, on one thread.
 */
final class FlatObject {

    /** The general reader reads objects with more fields. */
    private static final int MAX_FIELDS = 16;

    /** No such field. */
    static final int ABSENT = -1;

    private final AsciiCursor cursor = new AsciiCursor();
    private final int[] known = new int[PriceNames.COUNT];
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
                && count(PriceNames.SYMBOL, PriceNames.PRICE) <= 1
                && count(PriceNames.PRICE, PriceNames.TIME) == 1
                && count(PriceNames.TIME, PriceNames.EVENT) <= 1
                && (known[PriceNames.ESTIMATE] == ABSENT || known[PriceNames.FUNDING_RATE] != ABSENT);
        return isPlain && (known[PriceNames.EVENT] == ABSENT || isUpdate());
    }

    /** The event names its fields by letters. */
    private boolean isUpdate() {
        int event = known[PriceNames.EVENT];
        boolean isShort = symbol() == known[PriceNames.SHORT_SYMBOL]
                && price() == known[PriceNames.SHORT_PRICE]
                && time() == known[PriceNames.SHORT_TIME];
        return isShort
                && isString(event)
                && Arrays.equals(
                        json,
                        starts[event],
                        ends[event],
                        PriceNames.MARK_PRICE_UPDATE,
                        0,
                        PriceNames.MARK_PRICE_UPDATE.length);
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
        return firstPresent(PriceNames.SYMBOL, PriceNames.PRICE);
    }

    /** The field with the price, or {@link #ABSENT}. */
    int price() {
        return firstPresent(PriceNames.PRICE, PriceNames.TIME);
    }

    /** The field with the time, or {@link #ABSENT}. */
    int time() {
        return firstPresent(PriceNames.TIME, PriceNames.EVENT);
    }

    /** The field with the name of the event, or {@link #ABSENT}. */
    int event() {
        return known[PriceNames.EVENT];
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
            if (nameEnds[other] - nameStarts[other] == length && isSame(nameStarts[other], start, length)) {
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
        int name = PriceNames.of(json, nameStarts[field], nameEnds[field]);
        if (name >= 0) {
            known[name] = field;
        } else {
            unknown++;
        }
        return true;
    }

    /** Names differ early, so a loop is faster than a range comparison. */
    private boolean isSame(int other, int start, int length) {
        for (int i = 0; i < length; i++) {
            if (json[other + i] != json[start + i]) {
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
