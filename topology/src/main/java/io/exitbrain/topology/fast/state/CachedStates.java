package io.exitbrain.topology.fast.state;

import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.serdes.state.SymbolStateSerde;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.flow.CommitPacer;
import io.exitbrain.topology.state.StockStoreWrapper;
import io.exitbrain.topology.state.SymbolEntry;
import io.exitbrain.topology.state.SymbolStates;
import io.exitbrain.topology.state.WrappedStoreBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;

/**
 * The states of the fast lane. The symbols of a task are decoded objects in memory. A stock logged store is updated before each commit.
 *
 * <pre>
 * record -> symbols (decoded) --flushCache, before the commit--> stock store -> changelog, in the same transaction
 *                                                                   ^ queries, restore, standby
 * </pre>
 *
 * Streams calls {@link #flushCache} on a {@link CachedStateStore} before it commits what the task consumed, as it does for its own
 * caching stores. A crash before that loses the changes together with the offsets of the records that caused them. The decoded objects
 * belong to the stream thread that owns the task. They are discarded when the task starts ({@link #reset}).
 */
public final class CachedStates extends StockStoreWrapper implements SymbolStates, CachedStateStore<String, byte[]> {

    private static final SymbolStateSerde SERDE = new SymbolStateSerde();
    private final Serializer<SymbolState> encoder = SERDE.serializer();
    private final Deserializer<SymbolState> decoder = SERDE.deserializer();
    private final SymbolSource source;
    private final SymbolTable symbols;
    private final List<CachedSymbol> unwritten = new ArrayList<>();
    private boolean areAllKnown;
    private int partition;
    private Optional<CommitPacer.Pace> pace = Optional.empty();

    private CachedStates(KeyValueStore<String, byte[]> stock, FlowContext flow) {
        super(stock);
        this.source = new SymbolSource(flow, this::fetch, symbol -> flow.isAway(symbol, partition));
        this.symbols = new SymbolTable(flow.decodedSymbols());
    }

    public static StoreBuilder<CachedStates> builder(String name, FlowContext flow) {
        return new WrappedStoreBuilder<>(
                Stores.keyValueStoreBuilder(flow.storeKind().supplierOf(name), Serdes.String(), Serdes.ByteArray()),
                stock -> new CachedStates(stock, flow));
    }

    @Override
    public void reset() {
        if (!unwritten.isEmpty()) {
            throw new IllegalStateException(
                    "%d changed symbols would be lost by a start of the task".formatted(unwritten.size()));
        }
        forget();
        CommitPacer.Pace ofThread = CommitPacer.Pace.ofThread();
        ofThread.observed();
        pace = Optional.of(ofThread);
        begun();
    }

    private void forget() {
        symbols.clear();
        unwritten.clear();
        areAllKnown = false;
    }

    @Override
    public CachedSymbol of(String symbol, long nowMs) {
        return of(symbol.getBytes(StandardCharsets.UTF_8), nowMs);
    }

    /** The entry of the symbol in a record key. It is stored only after its state changes. */
    public CachedSymbol of(byte[] symbol, long nowMs) {
        CachedSymbol found = symbols.of(symbol);
        return found == null ? add(storedStateOf(new String(symbol, StandardCharsets.UTF_8)), nowMs) : found;
    }

    /** Records a price of {@code symbol} if it is quiet ({@link CachedSymbol#absorb}); true if it is. */
    public boolean absorb(CachedSymbol symbol, long unscaled, int scale, long time, long recordTime, long nowMs) {
        boolean wasWritten = symbol.isWritten();
        boolean isQuiet = symbol.absorb(unscaled, scale, time, recordTime, nowMs);
        if (wasWritten && !symbol.isWritten()) {
            unwritten.add(symbol);
        }
        return isQuiet;
    }

    /** Makes {@code next} the state of the symbol. It is stored before the next commit, unless only its newest times and mark differ. */
    @Override
    public SymbolEntry keep(SymbolEntry entry, SymbolState next, long nowMs) {
        CachedSymbol symbol = (CachedSymbol) entry;
        boolean isChanged = !next.isWrittenAs(symbol.state());
        // Encode now, while the state is in the CPU cache. If it changes again, it is encoded again at the commit.
        byte[] encoded = isChanged && symbol.isWritten() ? encoder.serialize(name(), next) : null;
        if (encoded != null) {
            unwritten.add(symbol);
        }
        symbol.become(next, nowMs);
        if (isChanged) {
            symbol.awaitWriting(encoded);
        }
        return symbol;
    }

    /** All symbols. After a restart the first call decodes the whole store. */
    @Override
    public List<SymbolEntry> all(long nowMs) {
        if (!areAllKnown) {
            forEachStored((symbol, state) -> addUnlessKnown(state, nowMs));
            areAllKnown = true;
        }
        return Collections.unmodifiableList(symbols.inOrder());
    }

    private void addUnlessKnown(byte[] stored, long nowMs) {
        SymbolState state = decoder.deserialize(name(), stored);
        if (symbols.of(state.symbol().getBytes(StandardCharsets.UTF_8)) == null) {
            add(state, nowMs).quietBand();
            symbols.evict();
        }
    }

    private CachedSymbol add(SymbolState state, long nowMs) {
        return symbols.add(new CachedSymbol(state, nowMs, source));
    }

    private SymbolState fetch(CachedSymbol symbol) {
        symbols.decoded(symbol);
        return storedStateOf(symbol.symbol());
    }

    private SymbolState storedStateOf(String symbol) {
        return stored(symbol)
                .map(state -> decoder.deserialize(name(), state))
                .orElseGet(() -> SymbolState.unknown(symbol));
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        forget();
        partition = context.taskId().partition();
        super.init(context, root);
    }

    /** Stores the changes since the last commit. Streams sends them to the changelog in the transaction that is about to end. */
    @Override
    public void flushCache() {
        pace.ifPresent(CommitPacer.Pace::begins);
        locked(() -> unwritten.forEach(this::write));
        unwritten.clear();
        symbols.evict();
    }

    private void write(CachedSymbol symbol) {
        store(symbol.symbol(), symbol.encoded().orElseGet(() -> encoder.serialize(name(), symbol.state())));
        symbol.written();
    }

    @Override
    public void clearCache() {
        forget();
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<String, byte[]> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {
        if (!unwritten.isEmpty()) {
            throw new IllegalStateException(
                    "%d changed symbols were not stored before the commit".formatted(unwritten.size()));
        }
        super.commit(changelogOffsets);
    }

    @Override
    public void close() {
        forget();
        super.close();
    }
}
