package io.exitbrain.serdes.price;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of text processed in one step, as a number whose lowest byte is the first. */
final class EightBytes {

    static final int SIZE = Long.BYTES;

    /** The factor of eight digits: 10^8. */
    static final long DECIMAL_PLACES = 100_000_000;

    private static final VarHandle BYTES = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long EACH_ZERO = 0x3030303030303030L;

    /** Adding it moves every byte above '9' past 0x7F. */
    private static final long PAST_NINE = 0x4646464646464646L;

    private static final long EACH_HIGHEST_BIT = 0x8080808080808080L;

    private EightBytes() {}

    /** Whether {@code bytes} has eight bytes from {@code start}. */
    static boolean areAt(byte[] bytes, int start) {
        return bytes.length - start >= SIZE;
    }

    static long at(byte[] bytes, int start) {
        return (long) BYTES.get(bytes, start);
    }

    /** Whether the first {@code length} bytes of both are equal; {@code length} is less than eight. */
    static boolean haveSameStart(long some, long others, int length) {
        return length == 0 || ((some ^ others) << ((SIZE - length) * Byte.SIZE)) == 0;
    }

    /** Whether all eight bytes are ASCII digits. */
    static boolean areDigits(long bytes) {
        return (((bytes - EACH_ZERO) | (bytes + PAST_NINE) | bytes) & EACH_HIGHEST_BIT) == 0;
    }

    /** The value of eight digits. */
    static long number(long digits) {
        long ones = digits - EACH_ZERO;
        long pairs = (ones * 10 + (ones >>> 8)) & 0x00FF00FF00FF00FFL;
        long fours = (pairs * 100 + (pairs >>> 16)) & 0x0000FFFF0000FFFFL;
        return (fours * 10_000 + (fours >>> 32)) & 0x00000000FFFFFFFFL;
    }
}
