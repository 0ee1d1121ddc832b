package io.exitbrain.domain;

/** What the stop does now. */
public enum StopState {
    /** Static: stands where it was put until the trail is armed or a take-profit leg lifts it. */
    WATCHING,
    /** Armed: follows the best price. */
    TRAILING,
    /** An EXIT was sent: only its retry or a CANCEL may follow. */
    TRIGGERED
}
