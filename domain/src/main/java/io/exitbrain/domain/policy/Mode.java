package io.exitbrain.domain.policy;

/** Whether commands are meant: live, or shadow beside a live engine. */
public enum Mode {
    LIVE,
    SHADOW
}
