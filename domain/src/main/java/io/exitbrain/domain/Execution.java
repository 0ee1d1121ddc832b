package io.exitbrain.domain;

/** How the executor works a take-profit leg. */
public enum Execution {
    LIMIT,
    MARKET
}
