package io.exitbrain.serdes;

import io.exitbrain.domain.SymbolPositions;
import java.util.List;

/** The compact form of a symbol's newest snapshots: the value of the positions table. */
public final class SymbolPositionsSerde extends VersionedSerde<SymbolPositions> {

    public SymbolPositionsSerde() {
        super("positions of a symbol", List.of(new SymbolPositionsCodec()));
    }
}
