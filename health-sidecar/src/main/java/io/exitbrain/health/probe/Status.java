package io.exitbrain.health.probe;

/** The status of a dependency, from good to bad. */
public enum Status {
    /** Only configuration says this; a probe never finds it. */
    NOT_APPLICABLE,
    OK,
    DEGRADED,
    DOWN;

    public boolean isWorseThan(Status other) {
        return compareTo(other) > 0;
    }
}
