package io.exitbrain.topology.vitals;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The records that were sent to another topic or partition. They are no fault: every position stays protected. But each costs a second
 * way, so a log line and the health report say what to change in the producer.
 */
public final class Reroutes {

    private static final long WARNING_GAP_MS = 60_000;
    private static final long REMEMBERED_MS = 3_600_000;

    private static final String KEPT =
            "%s: an older version planned these on another partition than murmur2 gives (task %s); each plan stays there until its "
                    + "position is closed, so change the partitioner of no producer of these symbols before";

    private final Counts<Route> counts = new Counts<>();
    private final Map<Route, Long> newestAtMs = new ConcurrentHashMap<>();
    private final Map<Route, Long> warnedAtMs = new ConcurrentHashMap<>();

    /** By task. */
    private final Map<String, List<String>> kept = new ConcurrentHashMap<>();

    /** The input topic of a record, and why it is sent away. */
    public record Route(String topic, Why why) {

        /** One sentence: what is wrong with the records, and what to change. */
        public String advice() {
            return "%s: records %s".formatted(topic, why.advice());
        }
    }

    /** Counts a record at {@code nowMs}, wall clock; true if a log line is due, at most once a minute for each route. */
    public boolean add(Route route, long nowMs) {
        counts.add(route);
        newestAtMs.put(route, nowMs);
        boolean isDue = nowMs - warnedAtMs.getOrDefault(route, nowMs - WARNING_GAP_MS) >= WARNING_GAP_MS;
        if (isDue) {
            warnedAtMs.put(route, nowMs);
        }
        return isDue;
    }

    public Counts<Route> counts() {
        return counts;
    }

    /** The symbols of {@code task} whose plan stays on the wrong partition until the position is closed. */
    public void kept(String task, List<String> symbols) {
        if (symbols.isEmpty()) {
            kept.remove(task);
        } else {
            kept.put(task, List.copyOf(symbols));
        }
    }

    /** What to change in the producers of the records of the last hour, and which symbols to leave alone, one sentence each. */
    public List<String> advice(long nowMs) {
        Stream<String> changes = newestAtMs.entrySet().stream()
                .filter(newest -> nowMs - newest.getValue() < REMEMBERED_MS)
                .map(newest -> newest.getKey().advice() + " (" + counts.of(newest.getKey()) + " so far)");
        Stream<String> keeps = kept.entrySet().stream().map(task -> KEPT.formatted(task.getValue(), task.getKey()));
        return Stream.concat(changes, keeps).sorted().toList();
    }
}
