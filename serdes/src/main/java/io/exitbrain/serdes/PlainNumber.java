package io.exitbrain.serdes;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Digits with a point at most, in few enough digits for a long. */
record PlainNumber(long unscaled, int scale) {

    private static final int MOST_DIGITS = 18;

    /** The number in {@code bytes[start,end)}; null where it is none. */
    static @Nullable PlainNumber in(byte[] bytes, int start, int end) {
        long unscaled = 0;
        int point = -1;
        for (int i = start; i < end; i++) {
            byte b = bytes[i];
            if (b == '.' && point < 0) {
                point = i;
            } else if (b >= '0' && b <= '9') {
                unscaled = unscaled * 10 + (b - '0');
            } else {
                return null;
            }
        }
        return isPlain(start, end, point) ? new PlainNumber(unscaled, point < 0 ? 0 : end - point - 1) : null;
    }

    private static boolean isPlain(int start, int end, int point) {
        boolean hasDigitsAround = point < 0 ? end > start : point > start && point < end - 1;
        return hasDigitsAround && end - start <= MOST_DIGITS;
    }

    BigDecimal decimal() {
        return BigDecimal.valueOf(unscaled, scale);
    }
}
