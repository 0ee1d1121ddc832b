package io.exitbrain.topology.store;

import java.util.Iterator;
import java.util.Map;
import java.util.Map.Entry;
import java.util.NoSuchElementException;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/** The entries of a map, one after the other; what is removed meanwhile may still come. */
final class Entries implements KeyValueIterator<Bytes, byte[]> {

    private final String store;
    private final Iterator<Entry<Bytes, byte[]>> rest;
    private @Nullable Entry<Bytes, byte[]> next;
    private boolean isClosed;

    Entries(String store, Map<Bytes, byte[]> entries) {
        this.store = store;
        this.rest = entries.entrySet().iterator();
    }

    @Override
    public boolean hasNext() {
        if (isClosed) {
            throw new IllegalStateException("Iterator for store %s has already been closed.".formatted(store));
        }
        if (next == null && rest.hasNext()) {
            next = rest.next();
        }
        return next != null;
    }

    @Override
    public KeyValue<Bytes, byte[]> next() {
        Entry<Bytes, byte[]> current = peeked();
        next = null;
        return KeyValue.pair(current.getKey(), current.getValue());
    }

    @Override
    public Bytes peekNextKey() {
        return peeked().getKey();
    }

    private Entry<Bytes, byte[]> peeked() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        return next;
    }

    @Override
    public void close() {
        isClosed = true;
    }
}
