package io.exitbrain.serdes;

import io.exitbrain.domain.SymbolState;
import java.util.List;

/** The compact form of everything the engine knows about a symbol: the value of the {@code exit-plans} store. */
public final class SymbolStateSerde extends VersionedSerde<SymbolState> {

    public SymbolStateSerde() {
        super("state of a symbol", List.of(new SymbolStateCodec()));
    }
}
