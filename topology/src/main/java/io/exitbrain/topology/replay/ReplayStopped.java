package io.exitbrain.topology.replay;

/** A line that cannot be replayed; the message names its number. */
public final class ReplayStopped extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    ReplayStopped(long line, String why) {
        super("line " + line + ": " + why);
    }
}
