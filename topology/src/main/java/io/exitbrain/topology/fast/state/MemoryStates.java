package io.exitbrain.topology.fast.state;

import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.state.SymbolEntry;
import io.exitbrain.topology.state.SymbolStates;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;

/**
 * The states of a flow that runs without Kafka Streams. They are decoded objects in memory and never written, so they take the memory of
 * every symbol and end with the process.
 */
public final class MemoryStates implements SymbolStates, StateStore {

    private final String name;
    private final SymbolSource source;
    private final SymbolTable symbols = new SymbolTable(Integer.MAX_VALUE);

    public MemoryStates(String name, FlowContext flow) {
        this.name = name;
        this.source = new SymbolSource(flow, MemoryStates::neverDropped, symbol -> false);
    }

    private static SymbolState neverDropped(CachedSymbol symbol) {
        throw new IllegalStateException("the state of " + symbol.symbol() + " was dropped");
    }

    @Override
    public CachedSymbol of(String symbol, long nowMs) {
        return of(symbol.getBytes(StandardCharsets.UTF_8), nowMs);
    }

    /** The entry of the symbol in a record key. The array must not change afterwards. */
    public CachedSymbol of(byte[] symbol, long nowMs) {
        CachedSymbol found = symbols.of(symbol);
        return found == null
                ? symbols.add(new CachedSymbol(
                        SymbolState.unknown(new String(symbol, StandardCharsets.UTF_8)), nowMs, source))
                : found;
    }

    /** Records a price of {@code symbol} if it is quiet ({@link CachedSymbol#absorb}); true if it is. */
    public boolean absorb(byte[] symbol, long unscaled, int scale, long time, long recordTime, long nowMs) {
        return of(symbol, nowMs).absorb(unscaled, scale, time, recordTime, nowMs);
    }

    @Override
    public SymbolEntry keep(SymbolEntry entry, SymbolState next, long nowMs) {
        CachedSymbol symbol = (CachedSymbol) entry;
        symbol.become(next, nowMs);
        return symbol;
    }

    @Override
    public List<SymbolEntry> all(long nowMs) {
        return List.copyOf(symbols.inOrder());
    }

    @Override
    public void reset() {
        symbols.clear();
    }

    @Override
    public void ended() {
        symbols.clear();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        throw new UnsupportedOperationException("there is no Kafka Streams that could use this store");
    }

    @Override
    public void close() {
        symbols.clear();
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return true;
    }
}
