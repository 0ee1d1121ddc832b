package io.exitbrain.serdes.state;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Appends primitives of the state format.
 *
 * <pre>
 * size     unsigned, 7 bits a byte, lowest first, high bit = more follows
 * number   zigzag (0, -1, 1, -2, … become 0, 1, 2, 3, …), then as size
 * text     size of its UTF-8, the UTF-8
 * decimal  size: zigzag(scale) * 2 + (1 if the unscaled value is longer than 63 bits)
 *          then the unscaled value as a number, or if longer: size, two's complement, highest byte first
 * flag     one byte, 0 or 1
 * optional flag, then the value if it is present
 * list     size, then the values
 * </pre>
 */
final class BinaryWriter {

    private static final int MAX_SIZE_BYTES = 10;

    /** Every number with this many digits fits a long. */
    private static final int DIGITS_OF_A_LONG = 18;

    // A ByteArrayOutputStream would take a lock for every byte.
    private byte[] buffer = new byte[512];
    private int length;

    byte[] bytes() {
        return Arrays.copyOf(buffer, length);
    }

    void code(int code) {
        put(code);
    }

    void flag(boolean flag) {
        put(flag ? 1 : 0);
    }

    void size(long size) {
        room(MAX_SIZE_BYTES);
        long rest = size;
        int at = length;
        while ((rest & ~0x7FL) != 0) {
            buffer[at++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        buffer[at++] = (byte) rest;
        length = at;
    }

    void number(long number) {
        size(zigzag(number));
    }

    void text(String text) {
        raw(text.getBytes(StandardCharsets.UTF_8));
    }

    void decimal(BigDecimal decimal) {
        if (decimal.precision() <= DIGITS_OF_A_LONG) {
            size(zigzag(decimal.scale()) << 1);
            number(decimal.scaleByPowerOfTen(decimal.scale()).longValue());
        } else {
            longDecimal(decimal);
        }
    }

    private void longDecimal(BigDecimal decimal) {
        BigInteger unscaled = decimal.unscaledValue();
        boolean isLong = unscaled.bitLength() < Long.SIZE;
        size((zigzag(decimal.scale()) << 1) | (isLong ? 0 : 1));
        if (isLong) {
            number(unscaled.longValue());
        } else {
            raw(unscaled.toByteArray());
        }
    }

    <T> void optional(Optional<T> optional, Codec<T> codec) {
        flag(optional.isPresent());
        optional.ifPresent(value -> codec.write(this, value));
    }

    <T> void list(List<T> list, Codec<T> codec) {
        size(list.size());
        list.forEach(value -> codec.write(this, value));
    }

    /** Bytes without their length. */
    void rest(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    private void put(int octet) {
        room(1);
        buffer[length++] = (byte) octet;
    }

    private void room(int more) {
        if (buffer.length - length < more) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more));
        }
    }

    private void raw(byte[] bytes) {
        size(bytes.length);
        rest(bytes);
    }

    private static long zigzag(long number) {
        return (number << 1) ^ (number >> 63);
    }
}
