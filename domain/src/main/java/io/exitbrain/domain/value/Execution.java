package io.exitbrain.domain.value;

/** How the executor works a take-profit leg. */
public enum Execution {
    LIMIT,
    MARKET
}
