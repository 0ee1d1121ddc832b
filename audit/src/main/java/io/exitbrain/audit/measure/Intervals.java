package io.exitbrain.audit.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The times in which positions were not protected, by one source. The first ones are kept, further ones are counted. */
final class Intervals {

    private static final int KEPT = 1_000;

    private final String source;
    private final Map<String, Long> open = new TreeMap<>();
    private final List<Unprotected> ended = new ArrayList<>();
    private long count;

    Intervals(String source) {
        this.source = source;
    }

    void begin(String slot, long time) {
        open.putIfAbsent(slot, time);
    }

    /** Returns when the interval began; empty if there is none. An interval of no time is none. */
    Optional<Long> end(String slot, long time) {
        Optional<Long> from = Optional.ofNullable(open.remove(slot));
        from.filter(begin -> begin < time)
                .ifPresent(begin -> ended(new Unprotected(slot, begin, Optional.of(time), source)));
        return from;
    }

    private void ended(Unprotected interval) {
        count++;
        if (ended.size() < KEPT) {
            ended.add(interval);
        }
    }

    long count() {
        return count + open.size();
    }

    List<Unprotected> all() {
        List<Unprotected> all = new ArrayList<>(ended);
        open.forEach((slot, from) -> all.add(new Unprotected(slot, from, Optional.empty(), source)));
        return all;
    }
}
