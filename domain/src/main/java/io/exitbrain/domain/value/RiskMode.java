package io.exitbrain.domain.value;

/** How careful the account is: the account's own switch, from {@code exit-context}. */
public enum RiskMode {
    NORMAL,
    CONSERVATIVE,
    CRITICAL,
    /** Emergency stop system active: everything is closed, nothing is opened. */
    ESS_ACTIVE
}
