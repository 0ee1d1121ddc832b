package io.exitbrain.topology.context;

import io.exitbrain.domain.input.FieldFault;
import io.exitbrain.serdes.input.MessageReader;
import io.exitbrain.serdes.input.Reading;
import io.exitbrain.topology.vitals.Vitals;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The decoded entries of a global topic. Its store holds raw bytes, so that a bad entry stops no thread. A bad entry is logged and
 * counted, and the last good entry stays.
 */
public final class ReferenceTable<T> {

    private static final Logger log = LoggerFactory.getLogger(ReferenceTable.class);

    private final String topic;
    private final MessageReader<T> reader;
    private final AtomicLong revision;
    private final Vitals vitals;
    private final Map<String, T> entries = new ConcurrentHashMap<>();
    private final Set<String> badKeys = ConcurrentHashMap.newKeySet();

    ReferenceTable(String topic, MessageReader<T> reader, AtomicLong revision, Vitals vitals) {
        this.topic = topic;
        this.reader = reader;
        this.revision = revision;
        this.vitals = vitals;
    }

    Optional<T> of(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** Takes the newest bytes of {@code key}; null removes the entry. */
    public void changed(String key, byte @Nullable [] value, long timestamp) {
        if (value == null) {
            entries.remove(key);
            badKeys.remove(key);
        } else {
            take(key, reader.read(key, value, timestamp));
        }
        revision.incrementAndGet();
    }

    private void take(String key, Reading<T> reading) {
        List<String> faults = reading.fold(
                accepted -> {
                    entries.put(key, accepted.message());
                    return accepted.faults().stream().map(FieldFault::toString).toList();
                },
                refused -> List.of(refused.reason()),
                skipped -> {
                    vitals.skipped(skipped.dialect(), skipped.kind());
                    return List.of();
                },
                several -> List.of(
                        "the value is not one entry of its key: write such a record to exchange-events, or one entry a record"));
        if (faults.isEmpty()) {
            badKeys.remove(key);
        } else {
            badKeys.add(key);
            log.warn("{}: the entry of {} has faults, the last good values stay: {}", topic, key, faults);
        }
    }

    /** The keys whose newest entry is fully or partly invalid. */
    Set<String> badKeys() {
        return Set.copyOf(badKeys);
    }
}
