package io.exitbrain.topology;

import io.exitbrain.domain.SymbolState;
import io.exitbrain.serdes.SymbolStateSerde;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * The state of every symbol of a task: decoded in memory, and in a stock logged store that each commit brings up to date.
 *
 * <pre>
 * record -> known (decoded) --flushCache, before the commit--> stored (stock) -> changelog, in the same transaction
 *                                                                 ^ queries, restore, standby
 * </pre>
 *
 * Streams calls {@link #flushCache} on a {@link CachedStateStore} before it commits what the task consumed, as it does for its own
 * caching stores. A crash before that loses the changes together with the offsets of the records that led to them. The decoded side
 * belongs to the stream thread that owns the task and starts empty with it ({@link #startAnew}).
 */
final class SymbolStates implements StateStore, CachedStateStore<String, byte[]> {

    private static final SymbolStateSerde SERDE = new SymbolStateSerde();

    private final Serializer<SymbolState> encoder = SERDE.serializer();
    private final Deserializer<SymbolState> decoder = SERDE.deserializer();
    private final KeyValueStore<String, byte[]> stored;

    /**
     * Taken around whatever is asked of the stock store while the task runs: stock stores have two locks, and take them in one order to
     * put and in the other to answer a query (KAFKA-19629).
     */
    private final Object storedLock = new Object();

    private final Map<SymbolKey, Known> known = new HashMap<>();
    private final List<Known> inOrder = new ArrayList<>();
    private final SymbolKey wanted = new SymbolKey();

    // one for all symbols
    private final Function<Known, SymbolState> fromStore = this::fetch;
    private final List<Known> decoded = new ArrayList<>();
    private final List<Known> unwritten = new ArrayList<>();
    private boolean allKnown;

    private final int mostDecoded;
    private int mayStay;

    private SymbolStates(KeyValueStore<String, byte[]> stored, int mostDecoded) {
        this.stored = stored;
        this.mostDecoded = mostDecoded;
        this.mayStay = mostDecoded;
    }

    static StoreBuilder<SymbolStates> stored(String name, Engine engine) {
        return new WrappedStoreBuilder<>(
                Stores.keyValueStoreBuilder(engine.storeKind().supplierOf(name), Serdes.String(), Serdes.ByteArray()),
                stored -> new SymbolStates(stored, engine.decodedSymbols()));
    }

    /** Forgets what is decoded: the task may have been elsewhere since. */
    void startAnew() {
        known.clear();
        inOrder.clear();
        decoded.clear();
        mayStay = mostDecoded;
        unwritten.clear();
        allKnown = false;
    }

    /** What is known of {@code symbol}; a symbol never heard of has an empty state that is not stored until something happens to it. */
    Known of(String symbol, long nowMs, Engine engine) {
        return of(symbol.getBytes(StandardCharsets.UTF_8), nowMs, engine);
    }

    /** The same, of a symbol as it stands in a record. */
    Known of(byte[] symbol, long nowMs, Engine engine) {
        wanted.become(symbol);
        Known found = known.get(wanted);
        return found != null
                ? found
                : remember(storedStateOf(new String(symbol, StandardCharsets.UTF_8)), nowMs, engine);
    }

    /** Lets a price pass by the symbol, if it does ({@link Known#passesBy}). */
    boolean letPass(Known symbol, long unscaled, int scale, long time, long nowMs, Engine engine) {
        boolean wasWritten = symbol.isWritten();
        boolean passes = symbol.passesBy(unscaled, scale, time, nowMs, engine);
        if (wasWritten && !symbol.isWritten()) {
            unwritten.add(symbol);
        }
        return passes;
    }

    /** Takes {@code next} as the symbol's state; it is stored before the next commit, unless only its newest times and mark differ. */
    void keep(Known symbol, SymbolState next, long nowMs) {
        boolean isNews = !next.isWrittenAs(symbol.state());
        // now it is at hand, at the commit most of it is not; what changes again before that is encoded then
        byte[] encoded = isNews && symbol.isWritten() ? encoder.serialize(name(), next) : null;
        if (encoded != null) {
            unwritten.add(symbol);
        }
        symbol.become(next, nowMs);
        if (isNews) {
            symbol.awaitsWriting(encoded);
        }
    }

    /** Every symbol that was ever stored or heard of; after a restart the store is decoded once. */
    List<Known> all(long nowMs, Engine engine) {
        if (!allKnown) {
            rememberAll(nowMs, engine);
            allKnown = true;
        }
        return inOrder;
    }

    private void rememberAll(long nowMs, Engine engine) {
        synchronized (storedLock) {
            try (KeyValueIterator<String, byte[]> entries = stored.all()) {
                entries.forEachRemaining(entry -> rememberUnlessKnown(entry.value, nowMs, engine));
            }
        }
    }

    private void rememberUnlessKnown(byte[] value, long nowMs, Engine engine) {
        SymbolState state = decoder.deserialize(name(), value);
        wanted.become(state.symbol().getBytes(StandardCharsets.UTF_8));
        if (!known.containsKey(wanted)) {
            remember(state, nowMs, engine).quiet(engine);
            leaveToStore();
        }
    }

    private Known remember(SymbolState state, long nowMs, Engine engine) {
        Known fresh = new Known(state, nowMs, engine, fromStore);
        known.put(fresh, fresh);
        inOrder.add(fresh);
        decoded.add(fresh);
        return fresh;
    }

    private SymbolState fetch(Known symbol) {
        decoded.add(symbol);
        return storedStateOf(symbol.symbol());
    }

    /** Leaves the decoded states to the store where they have become many. */
    private void leaveToStore() {
        if (decoded.size() > mayStay) {
            decoded.removeIf(Known::leaveToStore);
            // those that cannot be left are not to be asked each time
            mayStay = Math.max(mostDecoded, 2 * decoded.size());
        }
    }

    private SymbolState storedStateOf(String symbol) {
        byte[] state;
        synchronized (storedLock) {
            state = stored.get(symbol);
        }
        return state == null ? SymbolState.unknown(symbol) : decoder.deserialize(name(), state);
    }

    @Override
    public String name() {
        return stored.name();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        startAnew();
        stored.init(context, root);
    }

    /** Stores what has changed since the last commit; Streams sends it to the changelog in the transaction that is about to end. */
    @Override
    public void flushCache() {
        CommitSoon.Pace.ofThread().begins();
        synchronized (storedLock) {
            unwritten.forEach(this::write);
        }
        unwritten.clear();
        leaveToStore();
    }

    private void write(Known symbol) {
        byte[] encoded = symbol.encoded();
        stored.put(symbol.symbol(), encoded == null ? encoder.serialize(name(), symbol.state()) : encoded);
        symbol.written();
    }

    @Override
    public void clearCache() {
        startAnew();
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
        synchronized (storedLock) {
            stored.commit(changelogOffsets);
        }
    }

    @Override
    public @Nullable Long committedOffset(TopicPartition partition) {
        return stored.committedOffset(partition);
    }

    // still asked for by 4.3; a wrapper that does not pass it on would hide that the stock store keeps offsets
    @SuppressWarnings("deprecation")
    @Override
    public boolean managesOffsets() {
        return stored.managesOffsets();
    }

    @Override
    public void close() {
        startAnew();
        stored.close();
    }

    @Override
    public boolean persistent() {
        return stored.persistent();
    }

    @Override
    public boolean isOpen() {
        return stored.isOpen();
    }

    @Override
    public <R> QueryResult<R> query(Query<R> query, PositionBound bound, QueryConfig config) {
        synchronized (storedLock) {
            return stored.query(query, bound, config);
        }
    }

    @Override
    public Position getPosition() {
        return stored.getPosition();
    }
}
