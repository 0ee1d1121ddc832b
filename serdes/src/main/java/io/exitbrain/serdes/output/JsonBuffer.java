package io.exitbrain.serdes.output;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.LongStream;

/** A growing array of ASCII and UTF-8 bytes. A StringBuilder would need two copies to become bytes. */
final class JsonBuffer {

    /** The initial size, enough for most commands and events. */
    private static final int USUAL_BYTES = 640;

    /** The largest length of a number: the digits of a long, a sign, a point and a leading zero. */
    private static final int MAX_DIGIT_BYTES = 24;

    /** Every number with this many digits fits a long. */
    private static final int DIGITS_OF_A_LONG = 18;

    private static final long[] POWERS_OF_TEN = LongStream.iterate(1, power -> power * 10)
            .limit(DIGITS_OF_A_LONG + 1)
            .toArray();

    private byte[] bytes = new byte[USUAL_BYTES];
    private int length;

    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** Appends {@code decimal} in plain notation. */
    void plain(BigDecimal decimal) {
        int scale = decimal.scale();
        if (scale >= 0 && scale < DIGITS_OF_A_LONG && decimal.precision() <= DIGITS_OF_A_LONG) {
            // A decimal of scale 0 converts to a long without creating a BigInteger.
            digits(decimal.scaleByPowerOfTen(scale).longValue(), scale);
        } else {
            ascii(decimal.toPlainString());
        }
    }

    /** Appends {@code number} times 10^-{@code scale}; the scale is less than the number of digits of a long. */
    void digits(long number, int scale) {
        if (number == Long.MIN_VALUE) {
            ascii(Long.toString(number));
            return;
        }
        room(MAX_DIGIT_BYTES);
        if (number < 0) {
            put('-');
        }
        long rest = Math.abs(number);
        int count = Math.max(digitsOf(rest), scale + 1);
        int end = length + count + (scale > 0 ? 1 : 0);
        int at = end;
        for (int i = 0; i < count; i++) {
            if (i == scale && scale > 0) {
                bytes[--at] = '.';
            }
            bytes[--at] = (byte) ('0' + rest % 10);
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

    // This deprecated method is the only way to copy ASCII without a temporary array.
    @SuppressWarnings("deprecation")
    void ascii(String text) {
        room(text.length());
        text.getBytes(0, text.length(), bytes, length);
        length += text.length();
    }

    void raw(byte[] utf8) {
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
    }

    void put(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
