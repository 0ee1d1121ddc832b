package io.exitbrain.topology.context;

/**
 * The path of prices to the rules, and the place of a symbol's state between two commits. Both lanes emit the same bytes.
 * docs/architecture.md compares their cost.
 */
public enum Lane {

    /**
     * Prices arrive in batches, and prices that need no decision are dropped early. Symbols stay decoded in memory and are written before
     * each commit. This lane uses Kafka's internals (docs/kafka-internals.md) and the classic group protocol.
     */
    FAST,

    /** Prices arrive one by one and every change is written at once. It uses only Kafka's public API and specifies the fast lane. */
    PLAIN
}
