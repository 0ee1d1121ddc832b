package io.exitbrain.serdes.state;

import io.exitbrain.domain.input.SymbolPositions;

/** The codec of a symbol's newest snapshots, one per side. */
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
