package io.exitbrain.topology.replay;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A line of {@code mark-prices} in the form that most lines have: topic, key, value and timestamp in this order, with or without spaces
 * after colons and commas. The value is not looked at. Any other line, valid or not, is left to {@link ReplayLine.Parser}.
 */
public final class PriceLine {

    private static final byte[][] BEFORE_KEY = {
        ascii("{"), ascii("\"topic\":"), ascii("\"mark-prices\","), ascii("\"key\":")
    };
    private static final byte[] VALUE = ascii("\"value\":");
    private static final byte[] TIMESTAMP = ascii("\"timestamp\":");
    private static final int MAX_DIGITS = 15;

    private byte[] line = {};
    private int at;
    private int end;
    private byte[] key = {};
    private byte[] value = {};
    private long timestamp;

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads the line in {@code bytes} from {@code start} to {@code end}; true if it has the form, and the other methods then return it. */
    public boolean read(byte[] bytes, int start, int end) {
        this.line = bytes;
        this.at = start;
        this.end = end;
        for (byte[] part : BEFORE_KEY) {
            if (!skip(part)) {
                return false;
            }
        }
        return readKey() && skip(VALUE) && readEnd();
    }

    private boolean skip(byte[] part) {
        if (end - at < part.length || !Arrays.equals(line, at, at + part.length, part, 0, part.length)) {
            return false;
        }
        at += part.length;
        skipSpaces();
        return true;
    }

    private void skipSpaces() {
        while (at < end && line[at] == ' ') {
            at++;
        }
    }

    /** A text without escapes, then a comma. Which characters a symbol has is checked with the price. */
    private boolean readKey() {
        int from = at + 1;
        if (at == end || line[at] != '"') {
            return false;
        }
        for (at = from; at < end && line[at] != '"'; at++) {
            if (line[at] == '\\') {
                return false;
            }
        }
        if (end - at < 2 || line[at + 1] != ',') {
            return false;
        }
        key = Arrays.copyOfRange(line, from, at);
        at += 2;
        skipSpaces();
        return true;
    }

    /** The timestamp is read from the end, because the value can hold any characters. */
    private boolean readEnd() {
        int last = end - 1;
        int digit = last - 1;
        long power = 1;
        timestamp = 0;
        while (digit > at && line[digit] >= '0' && line[digit] <= '9' && last - digit <= MAX_DIGITS) {
            timestamp += power * (line[digit] - '0');
            power *= 10;
            digit--;
        }
        int digits = last - 1 - digit;
        return last > at && line[last] == '}' && digits > 0 && line[digit + 1] != '0' && readValue(digit + 1);
    }

    /** The value lies between {@link #at} and the name of the timestamp, which ends before {@code numberStart}. */
    private boolean readValue(int numberStart) {
        int nameStart = backOverSpaces(numberStart) - TIMESTAMP.length;
        if (nameStart <= at
                || !Arrays.equals(line, nameStart, nameStart + TIMESTAMP.length, TIMESTAMP, 0, TIMESTAMP.length)) {
            return false;
        }
        int comma = backOverSpaces(nameStart) - 1;
        if (comma <= at || line[comma] != ',') {
            return false;
        }
        value = Arrays.copyOfRange(line, at, comma);
        return true;
    }

    private int backOverSpaces(int before) {
        int position = before;
        while (position > at && line[position - 1] == ' ') {
            position--;
        }
        return position;
    }

    public byte[] key() {
        return key;
    }

    public byte[] value() {
        return value;
    }

    /** Epoch milliseconds. */
    public long timestamp() {
        return timestamp;
    }
}
