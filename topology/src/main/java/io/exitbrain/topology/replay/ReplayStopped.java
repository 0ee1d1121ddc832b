package io.exitbrain.topology.replay;

/** An invalid line stopped the replay; the message has its number. */
public final class ReplayStopped extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    ReplayStopped(long line, String why) {
        super("line " + line + ": " + why);
    }
}
