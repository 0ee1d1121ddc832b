package io.exitbrain.topology.state;

import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.rules.DecisionContext;
import io.exitbrain.serdes.state.SymbolStateSerde;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.vitals.TaskVitals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The states of the plain lane. Every change is encoded and written to the stock store at once, and every read decodes the state. Only the
 * wall time of each symbol's newest record is in memory.
 */
public final class StoredStates extends StockStoreWrapper implements SymbolStates {

    private static final SymbolStateSerde SERDE = new SymbolStateSerde();

    private final Serializer<SymbolState> encoder = SERDE.serializer();
    private final Deserializer<SymbolState> decoder = SERDE.deserializer();
    private final FlowContext flow;

    /** What is known of each symbol besides its state, in the order of the symbols' first use. */
    private final Map<String, Seen> seen = new LinkedHashMap<>();

    private boolean areAllKnown;
    private int partition;

    private StoredStates(KeyValueStore<String, byte[]> stock, FlowContext flow) {
        super(stock);
        this.flow = flow;
    }

    public static StoreBuilder<StoredStates> builder(String name, FlowContext flow) {
        return new WrappedStoreBuilder<>(
                Stores.keyValueStoreBuilder(flow.storeKind().supplierOf(name), Serdes.String(), Serdes.ByteArray()),
                stock -> new StoredStates(stock, flow));
    }

    /**
     * A symbol in memory.
     *
     * @param atMs the wall time at which its newest record was processed here, epoch milliseconds
     * @param isAway whether its records belong to another partition
     */
    private record Seen(long atMs, boolean isAway) {}

    private record StoredSymbol(SymbolState state, Seen seen, FlowContext flow) implements SymbolEntry {

        @Override
        public String symbol() {
            return state.symbol();
        }

        @Override
        public boolean isAway() {
            return seen.isAway();
        }

        @Override
        public DecisionContext context() {
            return flow.contextOf(symbol()).context();
        }

        @Override
        public long wallElapsedMs(long nowMs) {
            return Math.max(0, nowMs - seen.atMs());
        }

        @Override
        public long clockMs(long nowMs) {
            return state.newestEventTime() + wallElapsedMs(nowMs);
        }

        @Override
        public boolean isQuietAt(long clockMs) {
            return false;
        }

        @Override
        public TaskVitals vitals(long clockMs) {
            return TaskVitals.of(state, clockMs);
        }
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        partition = context.taskId().partition();
        super.init(context, root);
    }

    @Override
    public void reset() {
        seen.clear();
        areAllKnown = false;
        begun();
    }

    @Override
    public SymbolEntry of(String symbol, long nowMs) {
        Seen known = seenOf(symbol, nowMs);
        SymbolState state = stored(symbol)
                .map(bytes -> decoder.deserialize(name(), bytes))
                .orElseGet(() -> SymbolState.unknown(symbol));
        return new StoredSymbol(state, known, flow);
    }

    @Override
    public SymbolEntry keep(SymbolEntry entry, SymbolState next, long nowMs) {
        if (next.newestEventTime() > entry.state().newestEventTime()) {
            seen.computeIfPresent(next.symbol(), (symbol, before) -> new Seen(nowMs, before.isAway()));
        }
        if (!next.equals(entry.state())) {
            store(next.symbol(), encoder.serialize(name(), next));
        }
        return new StoredSymbol(next, seenOf(next.symbol(), nowMs), flow);
    }

    private Seen seenOf(String symbol, long nowMs) {
        return seen.computeIfAbsent(symbol, unseen -> new Seen(nowMs, flow.isAway(unseen, partition)));
    }

    @Override
    public List<SymbolEntry> all(long nowMs) {
        if (!areAllKnown) {
            forEachStored((symbol, state) -> seenOf(symbol, nowMs));
            areAllKnown = true;
        }
        return List.copyOf(seen.keySet()).stream()
                .map(symbol -> of(symbol, nowMs))
                .toList();
    }
}
