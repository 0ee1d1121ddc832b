package io.exitbrain.serdes.state;

import io.exitbrain.domain.plan.SymbolState;

/** The serde of a symbol's state in its compact form: the value of the {@code exit-plans} store. */
public final class SymbolStateSerde extends VersionedSerde<SymbolState> {

    public SymbolStateSerde() {
        super("state of a symbol", 3, new SymbolStateCodec());
    }
}
