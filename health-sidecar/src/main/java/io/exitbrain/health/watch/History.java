package io.exitbrain.health.watch;

import io.exitbrain.health.probe.Finding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The last 100 findings, and how many of each status there ever were. Not thread-safe. */
final class History {

    private static final int LENGTH = 100;

    private final Deque<Seen> seen = new ArrayDeque<>(LENGTH);
    private final Tally tally;

    History() {
        this(List.of(), Tally.NONE);
    }

    private History(List<Seen> seen, Tally tally) {
        this.seen.addAll(seen);
        this.tally = tally.copy();
    }

    History copy() {
        return new History(List.copyOf(seen), tally);
    }

    void add(Seen newest) {
        if (seen.size() == LENGTH) {
            seen.removeFirst();
        }
        seen.addLast(newest);
        tally.count(newest.finding().status());
    }

    Optional<Seen> newest() {
        return Optional.ofNullable(seen.peekLast());
    }

    /** Oldest first. */
    List<Seen> all() {
        return List.copyOf(seen);
    }

    /** Up to {@code most} of the newest, the oldest of them first. */
    List<Finding> last(int most) {
        List<Seen> all = new ArrayList<>(seen);
        return all.subList(Math.max(0, all.size() - most), all.size()).stream()
                .map(Seen::finding)
                .toList();
    }

    Tally tally() {
        return tally.copy();
    }
}
