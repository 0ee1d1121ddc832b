package io.exitbrain.topology.context;

/**
 * How prices reach the rules, and where the state of a symbol is between two commits. Both lanes emit the same bytes; docs/architecture.md
 * says what each costs.
 */
public enum Lane {

    /**
     * Prices come in batches and those that need no decision are dropped early; symbols stay decoded in memory and are written before each
     * commit. Uses Kafka's internals (docs/kafka-internals.md) and the classic group protocol.
     */
    FAST,

    /** Prices come one by one and every change is written at once. Kafka's public API only: the specification of the other lane. */
    PLAIN
}
