package io.exitbrain.serdes.price;

import io.exitbrain.serdes.json.Limits;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The shape of a flat object: the bytes between its values. A producer writes many objects of one shape. For an object of the known shape
 * only the values are parsed, not the names and punctuation. Objects of another shape, or with values that are not plain, do not match. For
 * one thread.
 */
final class PriceShape {

    /** A number with more digits may not fit a long. */
    private static final int MAX_DIGITS = 18;

    private static final int FAILED = -1;

    private byte[] sample = new byte[0];
    private int[] starts = new int[0];
    private int[] ends = new int[0];
    private boolean[] strings = new boolean[0];
    private int symbolField;
    private int priceField;
    private int timeField;

    private byte[] json = new byte[0];
    private long number;
    private int scale;
    private long unscaledPrice;
    private int priceScale;
    private long time;

    /** Takes the shape of {@code json}, the last scanned object. The name of the event is part of the shape, because it never changes. */
    void learn(FlatObject object, byte[] json) {
        int[] values = IntStream.range(0, object.fields())
                .filter(field -> field != object.event())
                .toArray();
        sample = json;
        starts = IntStream.of(values).map(object::start).toArray();
        ends = IntStream.of(values).map(object::end).toArray();
        strings = new boolean[values.length];
        for (int value = 0; value < values.length; value++) {
            strings[value] = object.isString(values[value]);
        }
        symbolField = place(values, object.symbol());
        priceField = place(values, object.price());
        timeField = place(values, object.time());
    }

    private static int place(int[] values, int field) {
        return field == FlatObject.ABSENT ? FlatObject.ABSENT : Arrays.binarySearch(values, field);
    }

    boolean hasTime() {
        return timeField != FlatObject.ABSENT;
    }

    /** Whether the object has this shape and plain values, and its symbol, if any, is {@code symbol}. */
    boolean matches(byte[] object, byte[] symbol) {
        json = object;
        int at = 0;
        int shape = 0;
        for (int field = 0; field < starts.length; field++) {
            int between = starts[field] - shape;
            if (!isSame(at, shape, between)) {
                return false;
            }
            at = valueFrom(at + between, field, symbol);
            if (at == FAILED) {
                return false;
            }
            shape = ends[field];
        }
        int rest = sample.length - shape;
        return rest > 0 && json.length <= Limits.VALUE_BYTES && json.length - at == rest && isSame(at, shape, rest);
    }

    /** The price times 10^{@link #priceScale}. */
    long unscaledPrice() {
        return unscaledPrice;
    }

    int priceScale() {
        return priceScale;
    }

    /** The time, epoch milliseconds; {@code absent} if the shape has none. */
    long time(long absent) {
        return timeField == FlatObject.ABSENT ? absent : time;
    }

    private boolean isSame(int at, int shape, int length) {
        int same = 0;
        while (length - same >= EightBytes.SIZE && EightBytes.areAt(json, at + same)) {
            if (EightBytes.at(json, at + same) != EightBytes.at(sample, shape + same)) {
                return false;
            }
            same += EightBytes.SIZE;
        }
        return isSameEnd(at + same, shape + same, length - same);
    }

    private boolean isSameEnd(int at, int shape, int length) {
        if (length < EightBytes.SIZE && EightBytes.areAt(json, at) && EightBytes.areAt(sample, shape)) {
            return EightBytes.haveSameStart(EightBytes.at(json, at), EightBytes.at(sample, shape), length);
        }
        return json.length - at >= length && Arrays.equals(json, at, at + length, sample, shape, shape + length);
    }

    /** The end of the value that begins at {@code start}. */
    private int valueFrom(int start, int field, byte[] symbol) {
        if (field == priceField) {
            int end = numberFrom(start, strings[field]);
            unscaledPrice = number;
            priceScale = scale;
            return end;
        }
        if (field == timeField) {
            int end = numberFrom(start, strings[field]);
            time = number;
            return scale == 0 ? end : FAILED;
        }
        if (field == symbolField) {
            return strings[field] ? symbolFrom(start, symbol) : FAILED;
        }
        return strings[field] ? plainTextFrom(start) : plainNumberFrom(start);
    }

    // The loops use local variables, because a field would be written for every byte.

    /** Reads digits with at most one decimal point. */
    private int numberFrom(int start, boolean isString) {
        long digits = 0;
        int point = FAILED;
        int at = start;
        while (EightBytes.areAt(json, at) && EightBytes.areDigits(EightBytes.at(json, at))) {
            digits = digits * EightBytes.DECIMAL_PLACES + EightBytes.number(EightBytes.at(json, at));
            at += EightBytes.SIZE;
        }
        for (; at < json.length; at++) {
            int digit = json[at] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
            } else if (json[at] == '.' && point == FAILED) {
                point = at;
            } else {
                break;
            }
        }
        number = digits;
        scale = point == FAILED ? 0 : at - point - 1;
        int wholeDigits = point == FAILED ? at - start : point - start;
        boolean isNumber = wholeDigits > 0
                && point != at - 1
                && at - start <= MAX_DIGITS
                && (isString || wholeDigits == 1 || json[start] != '0');
        return isNumber ? at : FAILED;
    }

    private int symbolFrom(int start, byte[] symbol) {
        int end = start + symbol.length;
        return end <= json.length && Arrays.equals(json, start, end, symbol, 0, symbol.length) ? end : FAILED;
    }

    private int plainTextFrom(int start) {
        int at = start;
        while (at < json.length && AsciiCursor.isPlain(json[at])) {
            at++;
        }
        return at;
    }

    private int plainNumberFrom(int start) {
        int at = start < json.length && json[start] == '-' ? start + 1 : start;
        return numberOfAnyLengthFrom(at);
    }

    private int numberOfAnyLengthFrom(int start) {
        int whole = digitsFrom(start);
        if (whole == start || (whole - start > 1 && json[start] == '0')) {
            return FAILED;
        }
        if (whole < json.length && json[whole] == '.') {
            int end = digitsFrom(whole + 1);
            return end > whole + 1 ? end : FAILED;
        }
        return whole;
    }

    private int digitsFrom(int start) {
        int at = start;
        while (at < json.length && json[at] >= '0' && json[at] <= '9') {
            at++;
        }
        return at;
    }
}
