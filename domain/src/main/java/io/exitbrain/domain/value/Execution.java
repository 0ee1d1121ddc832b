package io.exitbrain.domain.value;

/** The order type with which the executor closes a take-profit leg. */
public enum Execution {
    LIMIT,
    MARKET
}
