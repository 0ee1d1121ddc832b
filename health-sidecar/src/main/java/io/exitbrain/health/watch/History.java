package io.exitbrain.health.watch;

import io.exitbrain.health.probe.Finding;
import io.exitbrain.health.probe.Status;
import io.exitbrain.health.settings.Damping;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The last 100 findings of a dependency, and the number of findings of each status since the start. Not thread-safe. */
final class History {

    private static final int MAX_LENGTH = 100;

    private final Deque<TimedFinding> findings = new ArrayDeque<>(MAX_LENGTH);
    private final Map<Status, Long> counts = new EnumMap<>(Status.class);

    /** A finding and the time of it. */
    record TimedFinding(long atNanos, Finding finding) {}

    History copy() {
        History copy = new History();
        copy.findings.addAll(findings);
        copy.counts.putAll(counts);
        return copy;
    }

    void add(TimedFinding newest) {
        if (findings.size() == MAX_LENGTH) {
            findings.removeFirst();
        }
        findings.addLast(newest);
        counts.merge(newest.finding().status(), 1L, Long::sum);
    }

    Optional<TimedFinding> newest() {
        return Optional.ofNullable(findings.peekLast());
    }

    /** Oldest first. */
    List<TimedFinding> all() {
        return List.copyOf(findings);
    }

    Map<Status, Long> counts() {
        return Map.copyOf(counts);
    }

    /**
     * The newest finding of the status that {@code damping} shows. A bad status is shown if enough of the last findings have it or a
     * worse one. The history must not be empty.
     */
    Finding damped(Damping damping) {
        List<Finding> last = last(damping.of());
        int needed = damping.neededOf(last.size());
        if (isFoundBy(needed, last, Status.DOWN)) {
            return newestOf(last, Status.DOWN);
        }
        return newestOf(last, isFoundBy(needed, last, Status.DEGRADED) ? Status.DEGRADED : Status.OK);
    }

    /** Up to {@code max} of the newest findings, oldest first. */
    private List<Finding> last(int max) {
        List<TimedFinding> all = new ArrayList<>(findings);
        return all.subList(Math.max(0, all.size() - max), all.size()).stream()
                .map(TimedFinding::finding)
                .toList();
    }

    private static boolean isFoundBy(int needed, List<Finding> last, Status status) {
        return last.stream()
                        .filter(finding -> !status.isWorseThan(finding.status()))
                        .count()
                >= needed;
    }

    private static Finding newestOf(List<Finding> last, Status status) {
        Finding found = last.get(last.size() - 1);
        for (Finding finding : last) {
            found = finding.status() == status ? finding : found;
        }
        return found;
    }
}
