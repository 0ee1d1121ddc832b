package io.exitbrain.logging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets the first line of a kind pass and counts the others of the next 60 seconds. If there were any, the count is told at the end, and the
 * next 60 seconds begin.
 */
final class Repeats<L> {

    static final long WINDOW_MS = 60_000;
    /** More kinds are not counted: every line passes. */
    private static final int MAX_KINDS = 1_000;

    /** The newest of the lines that were counted, and their number. */
    record Counted<L>(L newest, long lines) {}

    private static final class Window<L> {
        private final long endsMs;
        private Optional<Counted<L>> counted = Optional.empty();

        Window(long endsMs) {
            this.endsMs = endsMs;
        }
    }

    private final Map<String, Window<L>> windows = new HashMap<>();

    /** Whether {@code line} passes. If not, it is counted. */
    boolean passes(String kind, L line, long nowMs) {
        Window<L> window = windows.get(kind);
        if (window == null) {
            if (windows.size() < MAX_KINDS) {
                windows.put(kind, new Window<>(nowMs + WINDOW_MS));
            }
            return true;
        }
        window.counted = Optional.of(
                new Counted<>(line, window.counted.map(Counted::lines).orElse(0L) + 1));
        return false;
    }

    /** The counts of the windows that have ended. */
    List<Counted<L>> ended(long nowMs) {
        List<Counted<L>> ended = new ArrayList<>();
        List<String> goingOn = new ArrayList<>();
        for (Iterator<Map.Entry<String, Window<L>>> all = windows.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<String, Window<L>> entry = all.next();
            if (nowMs >= entry.getValue().endsMs) {
                all.remove();
                entry.getValue().counted.ifPresent(counted -> {
                    ended.add(counted);
                    goingOn.add(entry.getKey());
                });
            }
        }
        goingOn.forEach(kind -> windows.put(kind, new Window<>(nowMs + WINDOW_MS)));
        return ended;
    }

    /** The counts of all windows, which begin anew. */
    List<Counted<L>> all() {
        List<Counted<L>> all = windows.values().stream()
                .flatMap(window -> window.counted.stream())
                .toList();
        windows.clear();
        return all;
    }
}
