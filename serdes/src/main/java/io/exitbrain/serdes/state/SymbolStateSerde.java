package io.exitbrain.serdes.state;

import io.exitbrain.domain.plan.SymbolState;

/** The compact form of everything the engine knows about a symbol: the value of the {@code exit-plans} store. */
public final class SymbolStateSerde extends VersionedSerde<SymbolState> {

    public SymbolStateSerde() {
        super("state of a symbol", 2, new SymbolStateCodec());
    }
}
