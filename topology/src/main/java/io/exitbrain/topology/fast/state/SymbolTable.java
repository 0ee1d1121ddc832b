package io.exitbrain.topology.fast.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The symbols of a task in memory, by the bytes of their key and in the order in which they were first heard of. */
final class SymbolTable {

    private final int maxDecoded;
    private final Map<SymbolKey, CachedSymbol> byKey = new HashMap<>();
    private final List<CachedSymbol> inOrder = new ArrayList<>();
    private final List<CachedSymbol> decoded = new ArrayList<>();
    private final SymbolKey wanted = new SymbolKey();
    private int mayStay;

    /** Keeps about {@code maxDecoded} states decoded. */
    SymbolTable(int maxDecoded) {
        this.maxDecoded = maxDecoded;
        this.mayStay = maxDecoded;
    }

    /** Null where there is none: it is asked for each price, an Optional would cost too much. */
    @Nullable
    CachedSymbol of(byte[] symbol) {
        wanted.become(symbol);
        return byKey.get(wanted);
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

    /** The state of {@code symbol} was decoded again. */
    void decoded(CachedSymbol symbol) {
        decoded.add(symbol);
    }

    /** Drops decoded states once there are many: the store has them. */
    void evict() {
        if (decoded.size() > mayStay) {
            decoded.removeIf(CachedSymbol::evict);
            // raise the threshold, so that states which cannot be evicted are not scanned again at every commit
            mayStay = Math.max(maxDecoded, 2 * decoded.size());
        }
    }

    void clear() {
        byKey.clear();
        inOrder.clear();
        decoded.clear();
        mayStay = maxDecoded;
    }
}
