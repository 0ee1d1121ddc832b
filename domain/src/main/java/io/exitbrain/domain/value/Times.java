package io.exitbrain.domain.value;

/** Points in time: epoch milliseconds >= 0, or {@link #NEVER}. */
public final class Times {

    /** The event did not happen. */
    public static final long NEVER = -1;

    private Times() {}
}
