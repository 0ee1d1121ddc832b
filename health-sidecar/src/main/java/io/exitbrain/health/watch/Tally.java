package io.exitbrain.health.watch;

import io.exitbrain.health.probe.Status;
import java.util.EnumMap;
import java.util.Map;

/** How many probes found each status. */
public final class Tally {

    static final Tally NONE = new Tally(Map.of());

    private final Map<Status, Long> counts = new EnumMap<>(Status.class);

    private Tally(Map<Status, Long> counts) {
        this.counts.putAll(counts);
    }

    void count(Status status) {
        counts.merge(status, 1L, Long::sum);
    }

    public long of(Status status) {
        return counts.getOrDefault(status, 0L);
    }

    Tally copy() {
        return new Tally(counts);
    }
}
