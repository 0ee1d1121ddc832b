package io.exitbrain.health.probe;

/** How a dependency is, from good to bad. */
public enum Status {
    /** Somebody configured that it does not matter; never what a probe found. */
    NOT_APPLICABLE,
    OK,
    DEGRADED,
    DOWN;

    public boolean isWorseThan(Status other) {
        return compareTo(other) > 0;
    }
}
