package io.exitbrain.topology.fast.state;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A symbol as the bytes of its record key. It is looked up for every price. Most symbols fit into sixteen bytes, which are compared as
 * two numbers, so that the CPU loads no other object.
 */
class SymbolKey {

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int HALF = Long.BYTES;
    private static final int INLINE = 2 * HALF;
    private static final byte[] NOTHING = {};

    private int length;
    private long head;
    private long tail;

    /** All bytes, if there are more than {@link #INLINE}. */
    private byte[] whole = NOTHING;

    /** Becomes the key {@code symbol}. The array must not change afterwards. */
    final void become(byte[] symbol) {
        length = symbol.length;
        head = bytes(symbol, 0);
        tail = bytes(symbol, HALF);
        whole = length > INLINE ? symbol : NOTHING;
    }

    /** The up to eight bytes that begin at {@code start}. */
    private static long bytes(byte[] symbol, int start) {
        if (symbol.length >= start + HALF) {
            return (long) EIGHT_BYTES.get(symbol, start);
        }
        long bytes = 0;
        for (int i = start; i < symbol.length; i++) {
            bytes = bytes << Byte.SIZE | (symbol[i] & 0xFF);
        }
        return bytes;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof SymbolKey key
                && length == key.length
                && head == key.head
                && tail == key.tail
                && Arrays.equals(whole, key.whole);
    }

    @Override
    public final int hashCode() {
        return (int) mixed(mixed(head * 31 + tail)) + Arrays.hashCode(whole);
    }

    // Symbols differ in few bits, and a map uses the lowest bits. This is the finalizer of MurmurHash3.
    private static long mixed(long bits) {
        long mixed = (bits ^ bits >>> 33) * 0xFF51AFD7ED558CCDL;
        return mixed ^ mixed >>> 33;
    }
}
