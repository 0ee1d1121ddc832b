package io.exitbrain.serdes.state;

import io.exitbrain.domain.input.SymbolPositions;

/** The serde of a symbol's newest snapshots in their compact form: the value of the positions table. */
public final class SymbolPositionsSerde extends VersionedSerde<SymbolPositions> {

    public SymbolPositionsSerde() {
        super("positions of a symbol", 2, new SymbolPositionsCodec());
    }
}
