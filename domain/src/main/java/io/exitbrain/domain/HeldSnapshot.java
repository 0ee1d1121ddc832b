package io.exitbrain.domain;

/** A snapshot that may have been taken before the fill it contradicts: held since {@code heldSince} on the symbol's clock. */
public record HeldSnapshot(Snapshot snapshot, long heldSince) {}
