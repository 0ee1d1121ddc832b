package io.exitbrain.serdes.state;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads primitives of the state format; see {@link BinaryWriter}. It never allocates more than the remaining bytes can hold. */
final class BinaryReader {

    private final byte[] bytes;
    private int at;
    private int version;

    BinaryReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads the version of the format, which is the first byte. */
    int readVersion() {
        version = code();
        return version;
    }

    /** Whether the value was written in version {@code first} or newer, so that it has the fields of version {@code first}. */
    boolean since(int first) {
        return version >= first;
    }

    int code() {
        if (at >= bytes.length) {
            throw damaged("it ends too early");
        }
        return bytes[at++] & 0xFF;
    }

    boolean flag() {
        int code = code();
        if (code > 1) {
            throw damaged("a flag must be 0 or 1, was " + code);
        }
        return code == 1;
    }

    long size() {
        long size = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int part = code();
            size |= (long) (part & 0x7F) << shift;
            if (part < 0x80) {
                return size;
            }
        }
        throw damaged("a number is longer than 64 bits");
    }

    long number() {
        return unzigzag(size());
    }

    /** A number that was an int. */
    int integer() {
        return Math.toIntExact(number());
    }

    String text() {
        return text(length());
    }

    /** The text in the next {@code length} bytes. */
    String text(int length) {
        return new String(bytes, skip(length), length, StandardCharsets.UTF_8);
    }

    BigDecimal decimal() {
        long header = size();
        int scale = Math.toIntExact(unzigzag(header >>> 1));
        return (header & 1) == 0 ? BigDecimal.valueOf(number(), scale) : new BigDecimal(unscaled(), scale);
    }

    <T> Optional<T> optional(Codec<T> codec) {
        return flag() ? Optional.of(codec.read(this)) : Optional.empty();
    }

    <T> List<T> list(Codec<T> codec) {
        int size = length();
        List<T> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(codec.read(this));
        }
        return list;
    }

    /** Throws if bytes are left. */
    void end() {
        if (at != bytes.length) {
            throw damaged("%d bytes are left over".formatted(bytes.length - at));
        }
    }

    /** Checks that {@code length} bytes are left. The length comes from the data and can have any value. */
    int checked(long length) {
        if (length < 0 || length > bytes.length - at) {
            throw damaged("a length of %d is past its end".formatted(length));
        }
        return (int) length;
    }

    private BigInteger unscaled() {
        int length = length();
        if (length == 0) {
            throw damaged("a decimal has no digits");
        }
        return new BigInteger(bytes, skip(length), length);
    }

    private int length() {
        return checked(size());
    }

    private int skip(int length) {
        int start = at;
        at += length;
        return start;
    }

    private static long unzigzag(long coded) {
        return (coded >>> 1) ^ -(coded & 1);
    }

    private IllegalArgumentException damaged(String how) {
        return new IllegalArgumentException("%s (byte %d of %d)".formatted(how, at, bytes.length));
    }
}
