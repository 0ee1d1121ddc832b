package io.exitbrain.topology.state;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.FailureReason;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A stock logged store of encoded states behind one lock. Stock stores have two locks. A put and a query take them in opposite order, so
 * that they can deadlock (KAFKA-19629, not fixed in 4.4.0).
 */
public abstract class StockStoreWrapper implements StateStore {

    private final KeyValueStore<String, byte[]> stock;
    private final Object lock = new Object();

    /** Whether the processors of the task run, so that the store is complete. The lock guards it. */
    private boolean isLive;

    protected StockStoreWrapper(KeyValueStore<String, byte[]> stock) {
        this.stock = stock;
    }

    protected final Optional<byte[]> stored(String symbol) {
        synchronized (lock) {
            return Optional.ofNullable(stock.get(symbol));
        }
    }

    protected final void store(String symbol, byte[] state) {
        synchronized (lock) {
            stock.put(symbol, state);
        }
    }

    /** Calls {@code action} with every symbol and its encoded state. */
    protected final void forEachStored(BiConsumer<String, byte[]> action) {
        synchronized (lock) {
            try (KeyValueIterator<String, byte[]> entries = stock.all()) {
                entries.forEachRemaining(entry -> action.accept(entry.key, entry.value));
            }
        }
    }

    /** Runs {@code action} while no query can run. */
    protected final void locked(Runnable action) {
        synchronized (lock) {
            action.run();
        }
    }

    /** The processors of the task run from now on. A {@link LiveQuery} is answered only while they do. */
    protected final void begun() {
        locked(() -> isLive = true);
    }

    /** The processors of the task end. */
    public final void ended() {
        locked(() -> isLive = false);
    }

    @Override
    public final String name() {
        return stock.name();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        ended();
        stock.init(context, root);
    }

    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {
        synchronized (lock) {
            stock.commit(changelogOffsets);
        }
    }

    @Override
    public final @Nullable Long committedOffset(TopicPartition partition) {
        return stock.committedOffset(partition);
    }

    // Kafka still calls this method. Without the delegation the wrapper would hide that the stock store keeps offsets.
    @SuppressWarnings("deprecation")
    @Override
    public final boolean managesOffsets() {
        return stock.managesOffsets();
    }

    @Override
    public final long approximateNumUncommittedBytes() {
        return stock.approximateNumUncommittedBytes();
    }

    @Override
    public void close() {
        // The stock store forgets its entries before it is closed: a query in between would find no symbol.
        synchronized (lock) {
            isLive = false;
            stock.close();
        }
    }

    @Override
    public final boolean persistent() {
        return stock.persistent();
    }

    @Override
    public final boolean isOpen() {
        return stock.isOpen();
    }

    @Override
    public final <R> QueryResult<R> query(Query<R> query, PositionBound bound, QueryConfig config) {
        synchronized (lock) {
            if (!stock.isOpen()) {
                return QueryResult.forFailure(FailureReason.NOT_PRESENT, "the store is closed");
            }
            if (query instanceof LiveQuery<R> live) {
                return isLive
                        ? stock.query(live.query(), bound, config)
                        : QueryResult.forFailure(
                                FailureReason.NOT_ACTIVE, "the partition does not process records yet");
            }
            return stock.query(query, bound, config);
        }
    }

    @Override
    public final Position getPosition() {
        return stock.getPosition();
    }
}
