package io.exitbrain.domain.policy;

/** The operating mode: LIVE sends commands for execution, SHADOW runs beside a live engine. */
public enum Mode {
    LIVE,
    SHADOW
}
