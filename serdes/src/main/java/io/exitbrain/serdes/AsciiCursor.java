package io.exitbrain.serdes;

/** A place in JSON bytes that moves over plain ASCII; where it meets anything else it says false, and the bytes are none of its business. */
final class AsciiCursor {

    private final byte[] json;
    private int at;

    AsciiCursor(byte[] json) {
        this.json = json;
    }

    int at() {
        return at;
    }

    /** Past the closing quote of a string of plain ASCII. */
    boolean skipString() {
        while (at < json.length) {
            byte b = json[at++];
            if (b == '"') {
                return true;
            }
            if (b < ' ' || b == '\\') {
                return false;
            }
        }
        return false;
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

    private int skipDigits() {
        int start = at;
        while (at < json.length && json[at] >= '0' && json[at] <= '9') {
            at++;
        }
        return at - start;
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
        while (at < json.length && (json[at] == ' ' || json[at] == '\n' || json[at] == '\r' || json[at] == '\t')) {
            at++;
        }
    }
}
