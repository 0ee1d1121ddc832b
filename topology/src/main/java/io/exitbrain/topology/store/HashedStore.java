package io.exitbrain.topology.store;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig.InternalConfig;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.internals.ChangelogRecordDeserializationHelper;
import org.apache.kafka.streams.processor.internals.RecordBatchingStateRestoreCallback;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.StoreQueryUtils;
import org.jspecify.annotations.Nullable;

/**
 * The stock store in memory with a hash map instead of a tree: the engine asks for keys, hardly ever for their order, and a restart puts
 * a million of them. All entries come in no order, ranges in that of the bytes, from a copy made for them.
 */
final class HashedStore implements KeyValueStore<Bytes, byte[]> {

    private final String name;
    private final Map<Bytes, byte[]> entries = new ConcurrentHashMap<>();

    /** How far the entries have come; also the lock under which both change together, as queries take it. */
    private final Position position = Position.emptyPosition();

    private @Nullable StateStoreContext context;
    private volatile boolean isOpen;

    HashedStore(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        boolean isConsistencyWanted = InternalConfig.getBoolean(
                context.appConfigs(), InternalConfig.IQ_CONSISTENCY_OFFSET_VECTOR_ENABLED, false);
        isOpen = true;
        context.register(root, (RecordBatchingStateRestoreCallback) records -> restore(records, isConsistencyWanted));
        this.context = context;
    }

    private void restore(Iterable<ConsumerRecord<byte[], byte[]>> records, boolean isConsistencyWanted) {
        synchronized (position) {
            for (ConsumerRecord<byte[], byte[]> record : records) {
                putOrRemove(Bytes.wrap(record.key()), record.value());
                ChangelogRecordDeserializationHelper.applyChecksAndUpdatePosition(
                        record, isConsistencyWanted, position);
            }
        }
    }

    @Override
    public void put(Bytes key, byte @Nullable [] value) {
        synchronized (position) {
            putOrRemove(key, value);
            StoreQueryUtils.updatePosition(position, context);
        }
    }

    private void putOrRemove(Bytes key, byte @Nullable [] value) {
        if (value == null) {
            entries.remove(key);
        } else {
            entries.put(key, value);
        }
    }

    @Override
    public byte @Nullable [] putIfAbsent(Bytes key, byte @Nullable [] value) {
        synchronized (position) {
            byte[] before = get(key);
            if (before == null) {
                put(key, value);
            }
            return before;
        }
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> more) {
        more.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public byte @Nullable [] delete(Bytes key) {
        synchronized (position) {
            byte[] before = entries.remove(key);
            StoreQueryUtils.updatePosition(position, context);
            return before;
        }
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        return entries.get(key);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return new Entries(name, entries);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseAll() {
        return new Entries(name, sorted().descendingMap());
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(@Nullable Bytes from, @Nullable Bytes to) {
        return new Entries(name, between(from, to));
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> reverseRange(@Nullable Bytes from, @Nullable Bytes to) {
        return new Entries(name, between(from, to).descendingMap());
    }

    @SuppressWarnings("removal")
    @Override
    public <S extends Serializer<P>, P> KeyValueIterator<Bytes, byte[]> prefixScan(P prefix, S serializer) {
        Bytes from = Bytes.wrap(serializer.serialize(null, prefix));
        return new Entries(name, sorted().subMap(from, true, Bytes.increment(from), false));
    }

    /** Both inclusive; null is no bound. */
    private NavigableMap<Bytes, byte[]> between(@Nullable Bytes from, @Nullable Bytes to) {
        if (from != null && to != null && from.compareTo(to) > 0) {
            return new TreeMap<>();
        }
        NavigableMap<Bytes, byte[]> upwards = from == null ? sorted() : sorted().tailMap(from, true);
        return to == null ? upwards : upwards.headMap(to, true);
    }

    private NavigableMap<Bytes, byte[]> sorted() {
        return new TreeMap<>(entries);
    }

    @Override
    public long approximateNumEntries() {
        return entries.size();
    }

    @Override
    public <R> QueryResult<R> query(Query<R> query, PositionBound bound, QueryConfig config) {
        return StoreQueryUtils.handleBasicQueries(query, bound, config, this, position, context);
    }

    @Override
    public Position getPosition() {
        return position;
    }

    // nothing to write: the changelog is what survives
    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {}

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return isOpen;
    }

    @Override
    public void close() {
        entries.clear();
        isOpen = false;
    }
}
