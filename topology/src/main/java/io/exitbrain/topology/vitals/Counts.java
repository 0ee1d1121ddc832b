package io.exitbrain.topology.vitals;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts by a key that is known only when it first occurs. */
public final class Counts<K> {

    private final Map<K, LongAdder> counts = new ConcurrentHashMap<>();

    void add(K key) {
        counts.computeIfAbsent(key, first -> new LongAdder()).increment();
    }

    /** The count of {@code key}; 0 if it never occurred. */
    public long of(K key) {
        LongAdder count = counts.get(key);
        return count == null ? 0 : count.sum();
    }

    /** The keys that have occurred. */
    public Set<K> keys() {
        return Set.copyOf(counts.keySet());
    }
}
