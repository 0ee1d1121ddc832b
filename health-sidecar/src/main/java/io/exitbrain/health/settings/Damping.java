package io.exitbrain.health.settings;

/** A bad status is shown if {@code failures} of the last {@code of} probes found it or a worse one. */
public record Damping(int failures, int of) {

    static final Damping NONE = new Damping(1, 1);

    /** The number of {@code findings} that must have a bad status. If there are fewer findings than that, all must have it. */
    public int neededOf(int findings) {
        return Math.min(failures, findings);
    }
}
