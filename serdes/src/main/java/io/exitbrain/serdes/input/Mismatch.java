package io.exitbrain.serdes.input;

/** A field's value is not what was expected; never leaves this package. */
final class Mismatch extends Exception {

    private final String expected;
    private final String note;

    /** {@code expected} reads on from the field's name: "must be > 0". */
    Mismatch(String expected) {
        this(expected, "");
    }

    /** {@code note} follows the value that was found: "(an acknowledgement is not a fill)". */
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
