package io.exitbrain.lab.simulation;

/** What policies are compared with, beside the baseline. */
public enum Reference {
    /** What really happened, by the recorded fills. */
    ACTUAL("actual"),
    /** The stop of the baseline, which never moves, and the exits of the strategy. */
    STATIC_STOP("static stop only"),
    /** The exits of the strategy only. */
    NO_STOP("no stop"),
    /** An exit at the best mark up to the horizon: the upper bound. */
    ORACLE("oracle at MFE");

    private final String title;

    Reference(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
