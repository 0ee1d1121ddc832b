package io.exitbrain.lab.recording;

import io.exitbrain.audit.record.AuditRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The entries of {@code instruments} and {@code exit-context}. Those that are older than the first other record come first; the others
 * come at their times. Compaction keeps the newest entry of a key: the first entry of {@code instruments} that is left of a symbol stands
 * at the begin even if it is younger, because without it no stop would be on the tick.
 */
final class Tables {

    private static final String INSTRUMENTS = "instruments";

    private final List<AuditRecord> entries = new ArrayList<>();
    private final Deque<AuditRecord> later = new ArrayDeque<>();
    private boolean hasBegun;
    private int lifted;

    /** Adds the next entry, in the order of the times. */
    void add(AuditRecord entry) {
        entries.add(entry);
    }

    /** Passes on the entries that come before {@code next}, the next record of another topic. */
    void before(AuditRecord next, Consumer<AuditRecord> sink) {
        if (!hasBegun) {
            begin(next.timestamp(), sink);
        }
        while (!later.isEmpty() && later.getFirst().timestamp() <= next.timestamp()) {
            sink.accept(later.removeFirst());
        }
    }

    /** Passes on what is left. */
    void rest(Consumer<AuditRecord> sink) {
        if (!hasBegun) {
            begin(Long.MAX_VALUE, sink);
        }
        later.forEach(sink);
        later.clear();
    }

    private void begin(long firstMs, Consumer<AuditRecord> sink) {
        hasBegun = true;
        Set<String> symbols = new HashSet<>();
        for (AuditRecord entry : entries) {
            boolean isFirst = entry.topic().equals(INSTRUMENTS)
                    && entry.key().filter(symbols::add).isPresent();
            if (entry.timestamp() <= firstMs) {
                sink.accept(entry);
            } else if (isFirst && entry.value().isPresent()) {
                lifted++;
                sink.accept(entry.withTimestamp(firstMs));
            } else {
                later.addLast(entry);
            }
        }
        entries.clear();
    }

    /** How many entries stand before their time. */
    int lifted() {
        return lifted;
    }
}
