package io.exitbrain.topology;

import io.exitbrain.serdes.Accepted;
import io.exitbrain.serdes.MessageReader;
import io.exitbrain.serdes.Reading;
import io.exitbrain.serdes.Refused;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The decoded entries of a global topic. The store beneath holds raw bytes, so that a bad entry can stop nobody: it is logged and
 * counted, and the last good one stays.
 */
final class Reference<T> {

    private static final Logger log = LoggerFactory.getLogger(Reference.class);

    private final String topic;
    private final MessageReader<T> reader;
    private final AtomicLong revision;
    private final Map<String, T> entries = new ConcurrentHashMap<>();
    private final Set<String> badKeys = ConcurrentHashMap.newKeySet();

    Reference(String topic, MessageReader<T> reader, AtomicLong revision) {
        this.topic = topic;
        this.reader = reader;
        this.revision = revision;
    }

    Optional<T> of(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** Takes the newest bytes of {@code key}; null removes the entry. */
    void changed(String key, byte @Nullable [] value, long timestamp) {
        if (value == null) {
            entries.remove(key);
            badKeys.remove(key);
        } else {
            take(key, reader.read(key, value, timestamp));
        }
        revision.incrementAndGet();
    }

    private void take(String key, Reading<T> reading) {
        if (reading instanceof Accepted<T> accepted) {
            entries.put(key, accepted.message());
            keepFaults(key, accepted);
        } else if (reading instanceof Refused<T> refused) {
            badKeys.add(key);
            log.warn("{}: the entry of {} cannot be used, the last good one stays: {}", topic, key, refused.reason());
        }
    }

    private void keepFaults(String key, Accepted<T> accepted) {
        if (accepted.faults().isEmpty()) {
            badKeys.remove(key);
        } else {
            badKeys.add(key);
            log.warn("{}: fields of the entry of {} count as absent: {}", topic, key, accepted.faults());
        }
    }

    /** Keys whose newest entry is bad, in whole or in part. */
    Set<String> badKeys() {
        return Set.copyOf(badKeys);
    }
}
