package io.exitbrain.domain.value;

/** The risk level of the account, set by its owner in {@code exit-context}. */
public enum RiskMode {
    NORMAL,
    CONSERVATIVE,
    CRITICAL,
    /** The emergency stop system is active: every position is closed. */
    ESS_ACTIVE
}
