package io.exitbrain.serdes.price;

/** A cursor over JSON bytes of plain ASCII. Its methods return false on anything else; the caller then uses the general parser. */
final class AsciiCursor {

    private byte[] json = new byte[0];
    private int at;

    void startOn(byte[] bytes) {
        json = bytes;
        at = 0;
    }

    int at() {
        return at;
    }

    /** Moves past the closing quote of a string of plain ASCII. */
    boolean skipString() {
        int end = at;
        while (end < json.length && isPlain(json[end])) {
            end++;
        }
        boolean isClosed = end < json.length && json[end] == '"';
        at = isClosed ? end + 1 : end;
        return isClosed;
    }

    /** Moves past a number without an exponent. */
    boolean skipNumber() {
        if (at < json.length && json[at] == '-') {
            at++;
        }
        int whole = skipDigits();
        boolean hasLeadingZero = whole > 1 && json[at - whole] == '0';
        if (whole == 0 || hasLeadingZero) {
            return false;
        }
        if (at < json.length && json[at] == '.') {
            at++;
            return skipDigits() > 0;
        }
        return true;
    }

    // The loops use a local variable, because a field would be written for every byte.

    private int skipDigits() {
        int end = at;
        while (end < json.length && json[end] >= '0' && json[end] <= '9') {
            end++;
        }
        int digits = end - at;
        at = end;
        return digits;
    }

    /** Whether {@code b} needs no escape in a JSON string. */
    static boolean isPlain(byte b) {
        return b >= ' ' && b != '"' && b != '\\';
    }

    /** Moves past white space and {@code wanted}; false if {@code wanted} is not next. */
    boolean skip(char wanted) {
        skipWhiteSpace();
        if (at < json.length && json[at] == wanted) {
            at++;
            return true;
        }
        return false;
    }

    /** Whether only white space is left. */
    boolean isAtEnd() {
        skipWhiteSpace();
        return at == json.length;
    }

    private void skipWhiteSpace() {
        while (at < json.length && json[at] <= ' ' && isWhiteSpace(json[at])) {
            at++;
        }
    }

    private static boolean isWhiteSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
