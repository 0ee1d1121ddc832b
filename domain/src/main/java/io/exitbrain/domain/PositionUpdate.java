package io.exitbrain.domain;

/** A record of {@code positions}: a snapshot of one side, or the tombstone that makes every side flat. */
public sealed interface PositionUpdate extends Input permits Snapshot, FlatEverywhere {

    /** What is known of the symbol's positions after this record. */
    SymbolPositions after(SymbolPositions known);
}
