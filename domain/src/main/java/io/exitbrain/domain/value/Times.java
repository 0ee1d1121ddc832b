package io.exitbrain.domain.value;

/** What a point in time is when there was none; all real ones are epoch milliseconds >= 0. */
public final class Times {

    /** The thing did not happen. */
    public static final long NEVER = -1;

    private Times() {}
}
