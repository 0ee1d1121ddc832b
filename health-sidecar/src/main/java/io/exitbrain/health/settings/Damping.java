package io.exitbrain.health.settings;

/** A status is shown once {@code failures} of the last {@code of} probes found it, or a worse one. */
public record Damping(int failures, int of) {

    static final Damping NONE = new Damping(1, 1);
}
