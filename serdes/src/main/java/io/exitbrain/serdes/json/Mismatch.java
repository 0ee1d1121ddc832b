package io.exitbrain.serdes.json;

/** The value of a field is not as expected. The readers of this module turn it into a reason. */
public final class Mismatch extends Exception {

    private final String expected;
    private final String note;

    /** {@code expected} continues a sentence after the field's name: "must be > 0". */
    public Mismatch(String expected) {
        this(expected, "");
    }

    /** {@code note} follows the found value: "(an acknowledgement is not a fill)". */
    public Mismatch(String expected, String note) {
        super(expected, null, false, false);
        this.expected = expected;
        this.note = note;
    }

    public String expected() {
        return expected;
    }

    public String note() {
        return note.isEmpty() ? "" : " " + note;
    }
}
