package io.exitbrain.serdes;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Digits with a point at most, in few enough digits for a long. */
record PlainNumber(long unscaled, int scale) {

    private static final int MOST_DIGITS = 18;

    /** The number in {@code bytes[start,end)}; null where it is none. */
    static @Nullable PlainNumber in(byte[] bytes, int start, int end) {
        if (end - start > MOST_DIGITS) {
            return null;
        }
        int point = digitsFrom(bytes, start, end);
        if (point == end) {
            return end > start ? new PlainNumber(digits(bytes, start, end, 0), 0) : null;
        }
        boolean isPlain =
                point > start && bytes[point] == '.' && point < end - 1 && digitsFrom(bytes, point + 1, end) == end;
        return isPlain
                ? new PlainNumber(digits(bytes, point + 1, end, digits(bytes, start, point, 0)), end - point - 1)
                : null;
    }

    /** Where the digits that begin at {@code start} end. */
    private static int digitsFrom(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at;
    }

    private static long digits(byte[] bytes, int start, int end, long before) {
        long digits = before;
        for (int i = start; i < end; i++) {
            digits = digits * 10 + (bytes[i] - '0');
        }
        return digits;
    }

    BigDecimal decimal() {
        return BigDecimal.valueOf(unscaled, scale);
    }
}
