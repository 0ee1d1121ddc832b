package io.exitbrain.topology.fast.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The symbols of a task in memory, by the bytes of their key and in the order of their first use. */
final class SymbolTable {

    private final int maxDecoded;
    private final Map<SymbolKey, CachedSymbol> byKey = new HashMap<>();
    private final List<CachedSymbol> inOrder = new ArrayList<>();
    private final List<CachedSymbol> decoded = new ArrayList<>();
    private final SymbolKey lookupKey = new SymbolKey();
    private int evictAbove;

    /** Keeps about {@code maxDecoded} states decoded. */
    SymbolTable(int maxDecoded) {
        this.maxDecoded = maxDecoded;
        this.evictAbove = maxDecoded;
    }

    /** The symbol, or null if there is none. It is called for each price, so an Optional would cost too much. */
    @Nullable
    CachedSymbol of(byte[] symbol) {
        lookupKey.become(symbol);
        return byKey.get(lookupKey);
    }

    CachedSymbol add(CachedSymbol symbol) {
        byKey.put(symbol, symbol);
        inOrder.add(symbol);
        decoded.add(symbol);
        return symbol;
    }

    List<CachedSymbol> inOrder() {
        return Collections.unmodifiableList(inOrder);
    }

    /** Records that the state of {@code symbol} was decoded again. */
    void decoded(CachedSymbol symbol) {
        decoded.add(symbol);
    }

    /** Drops decoded states if there are too many. The store has them. */
    void evict() {
        if (decoded.size() > evictAbove) {
            decoded.removeIf(CachedSymbol::evict);
            // Raise the threshold, so that states that cannot be evicted are not scanned again at every commit.
            evictAbove = Math.max(maxDecoded, 2 * decoded.size());
        }
    }

    void clear() {
        byKey.clear();
        inOrder.clear();
        decoded.clear();
        evictAbove = maxDecoded;
    }
}
