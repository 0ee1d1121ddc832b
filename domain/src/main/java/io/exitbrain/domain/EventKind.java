package io.exitbrain.domain;

/** The kinds of decision in the audit trail. */
public enum EventKind {
    PLANNED,
    REVISED,
    STOP_MOVED,
    ARMED,
    TRIGGERED,
    CLOSED,
    /** Valid but impossible, or an optional field that cannot be used: nothing was changed by it. */
    REFUSED,
    UNPROTECTED,
    PROTECTED,
    CONFIRMED,
    REJECTED
}
