package io.exitbrain.topology.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The lines of a stream as bytes, without their ends. A line ends with a line feed, a carriage return, both, or the stream. */
public final class ByteLines {

    private static final int FIRST_SIZE = 1 << 18;

    private final InputStream in;
    private byte[] buffer = new byte[FIRST_SIZE];
    private int filled;
    private int next;
    private int start;
    private int end;
    private boolean isAfterReturn;

    public ByteLines(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; false at the end of the stream. */
    public boolean advance() throws IOException {
        start = next;
        int at = lineEnd(next);
        while (at == filled) {
            int scanned = at - start;
            if (!fill()) {
                end = filled;
                next = filled;
                return end > start;
            }
            at = lineEnd(start + scanned);
        }
        next = at + 1;
        if (buffer[at] == '\n' && isAfterReturn && at == start) {
            // The second character of one line end.
            isAfterReturn = false;
            return advance();
        }
        isAfterReturn = buffer[at] == '\r';
        end = at;
        return true;
    }

    /** The position of the first end of a line from {@code from} on, or the number of bytes. */
    private int lineEnd(int from) {
        byte[] bytes = buffer;
        int limit = filled;
        int at = from;
        while (at < limit && bytes[at] != '\n' && bytes[at] != '\r') {
            at++;
        }
        return at;
    }

    /** Moves the current line to the front and reads more; false if there is no more. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, filled - start);
        filled -= start;
        start = 0;
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(0, read);
        return read > 0;
    }

    /** The array with the current line, from {@link #start} to {@link #end}. It is valid until the next line. */
    public byte[] bytes() {
        return buffer;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    /** The current line as text; it throws if the bytes are no UTF-8. */
    public String text() throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(buffer, start, end - start))
                .toString();
    }
}
