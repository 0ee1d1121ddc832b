package io.exitbrain.serdes;

import io.exitbrain.domain.SymbolPositions;

/** Version 1 of the positions of a symbol. */
final class SymbolPositionsCodec implements Codec<SymbolPositions> {

    @Override
    public void write(BinaryWriter out, SymbolPositions positions) {
        out.optional(positions.both(), SnapshotCodec.SNAPSHOT);
        out.optional(positions.longSide(), SnapshotCodec.SNAPSHOT);
        out.optional(positions.shortSide(), SnapshotCodec.SNAPSHOT);
    }

    @Override
    public SymbolPositions read(BinaryReader in) {
        return new SymbolPositions(
                in.optional(SnapshotCodec.SNAPSHOT),
                in.optional(SnapshotCodec.SNAPSHOT),
                in.optional(SnapshotCodec.SNAPSHOT));
    }
}
