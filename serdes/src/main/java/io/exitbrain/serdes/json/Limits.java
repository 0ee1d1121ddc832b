package io.exitbrain.serdes.json;

/** The upper limits of a message. */
public final class Limits {

    /** Bytes of an input value. */
    public static final int VALUE_BYTES = 64 * 1024;

    /** Levels of objects and arrays. */
    public static final int NESTING = 16;

    /** Digits of a number in plain notation. */
    public static final int DIGITS = 64;

    /** Characters of an id or a name. */
    public static final int ID_CHARACTERS = 128;

    /** Characters of a free text. */
    public static final int TEXT_CHARACTERS = 1024;

    /** Characters of a value that a reason quotes. */
    public static final int QUOTED_CHARACTERS = 80;

    /** Characters of a reason that another library or the domain gave. */
    public static final int REASON_CHARACTERS = 200;

    /** Milliseconds that a time can be ahead of its record's timestamp. */
    public static final long AHEAD_MS = 2_000;

    private Limits() {}
}
