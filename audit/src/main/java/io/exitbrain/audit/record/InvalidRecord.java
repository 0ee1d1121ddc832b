package io.exitbrain.audit.record;

/** A line of a file is no record; the message has file and line number. */
public final class InvalidRecord extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    InvalidRecord(String message) {
        super(message);
    }
}
