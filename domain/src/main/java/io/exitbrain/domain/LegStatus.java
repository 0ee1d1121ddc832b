package io.exitbrain.domain;

/** What became of a take-profit leg. */
public enum LegStatus {
    OPEN,
    FILLED,
    /** The mark had passed it when the orphan was found: its share stays with the trail (rule 2.8). */
    SKIPPED
}
