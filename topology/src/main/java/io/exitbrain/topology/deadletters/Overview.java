package io.exitbrain.topology.deadletters;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** The letters that a selection matches: how many of each fault, and the newest. It keeps no more letters than it shows. */
final class Overview {

    /** Letters with the same fault. */
    record Group(String topic, String kind, String fault) {}

    /**
     * The letters of one group.
     *
     * @param newest the newest timestamp, epoch milliseconds
     */
    record Count(Group group, long letters, long newest) {}

    private static final Comparator<Letter> OLDEST_FIRST =
            Comparator.comparingLong(Letter::timestamp).thenComparing(Letter::coordinates);

    private final Selection selection;
    private final int limit;
    private final Map<Group, Count> counts = new HashMap<>();
    private final Set<Coordinates> redriven = new HashSet<>();
    private final PriorityQueue<Letter> newest = new PriorityQueue<>(OLDEST_FIRST);

    Overview(Selection selection, int limit) {
        this.selection = selection;
        this.limit = limit;
    }

    void add(Letter letter) {
        if (letter.isMarker()) {
            letter.redriven().ifPresent(redriven::add);
        } else if (selection.matches(letter)) {
            counts.merge(
                    new Group(letter.topic(), letter.kind(), letter.fault()),
                    new Count(new Group(letter.topic(), letter.kind(), letter.fault()), 1, letter.timestamp()),
                    (one, other) -> new Count(
                            one.group(), one.letters() + other.letters(), Math.max(one.newest(), other.newest())));
            newest.add(letter);
            if (newest.size() > limit) {
                newest.remove();
            }
        }
    }

    long letters() {
        return counts.values().stream().mapToLong(Count::letters).sum();
    }

    /** The groups, the largest first. */
    List<Count> groups() {
        return counts.values().stream()
                .sorted(Comparator.comparingLong(Count::letters)
                        .thenComparingLong(Count::newest)
                        .reversed()
                        .thenComparing(count -> count.group().fault()))
                .toList();
    }

    /** The newest letters, the newest first. */
    List<Letter> newest() {
        return newest.stream().sorted(OLDEST_FIRST.reversed()).toList();
    }

    boolean wasRedriven(Letter letter) {
        return redriven.contains(letter.coordinates());
    }
}
