package io.exitbrain.serdes.price;

/** A place in JSON bytes that moves over plain ASCII; where it meets anything else it says false, and the bytes are none of its business. */
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

    /** Past the closing quote of a string of plain ASCII. */
    boolean skipString() {
        int end = at;
        while (end < json.length && isPlain(json[end])) {
            end++;
        }
        boolean isClosed = end < json.length && json[end] == '"';
        at = isClosed ? end + 1 : end;
        return isClosed;
    }

    /** Past a number without an exponent. */
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

    // the loops run on a variable: a field would be written for every byte

    private int skipDigits() {
        int end = at;
        while (end < json.length && json[end] >= '0' && json[end] <= '9') {
            end++;
        }
        int digits = end - at;
        at = end;
        return digits;
    }

    /** Whether {@code b} stands for itself in a JSON string. */
    static boolean isPlain(byte b) {
        return b >= ' ' && b != '"' && b != '\\';
    }

    /** Past white space and {@code wanted}, where it is next. */
    boolean skip(char wanted) {
        skipWhiteSpace();
        if (at < json.length && json[at] == wanted) {
            at++;
            return true;
        }
        return false;
    }

    /** Whether nothing but white space is left. */
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
