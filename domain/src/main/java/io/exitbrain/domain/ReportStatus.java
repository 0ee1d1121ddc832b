package io.exitbrain.domain;

/** What the executor says became of a command. */
public enum ReportStatus {
    ACCEPTED,
    REJECTED,
    FILLED,
    CANCELED
}
