package io.exitbrain.serdes.input;

/** The value of a field is not as expected. It never leaves this package. */
final class Mismatch extends Exception {

    private final String expected;
    private final String note;

    /** {@code expected} continues a sentence after the field's name: "must be > 0". */
    Mismatch(String expected) {
        this(expected, "");
    }

    /** {@code note} follows the found value: "(an acknowledgement is not a fill)". */
    Mismatch(String expected, String note) {
        super(expected, null, false, false);
        this.expected = expected;
        this.note = note;
    }

    String expected() {
        return expected;
    }

    String note() {
        return note.isEmpty() ? "" : " " + note;
    }
}
