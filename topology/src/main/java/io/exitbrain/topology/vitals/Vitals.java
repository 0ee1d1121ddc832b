package io.exitbrain.topology.vitals;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.domain.decision.Step;
import io.exitbrain.domain.value.Action;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** The engine's own counts. The stream threads write them; health and metrics read them. */
public final class Vitals {

    /** The event has not happened yet. */
    public static final long NEVER = -1;

    private final Map<String, TaskVitals> tasks = new ConcurrentHashMap<>();
    private final Map<Action, LongAdder> commands = new EnumMap<>(Action.class);
    private final Map<ExitEvent.Kind, LongAdder> events = new EnumMap<>(ExitEvent.Kind.class);
    private final RecentCount deadLetters = new RecentCount();
    private final RecentCount bugs = new RecentCount();
    private final Reroutes reroutes = new Reroutes();
    private final Counts<Skip> skipped = new Counts<>();
    private final LongAdder inputs = new LongAdder();
    private final LongAdder clockSkews = new LongAdder();
    private final Set<String> brokenSymbols = ConcurrentHashMap.newKeySet();

    // Read for every record, because that is cheaper than reading the set.
    private volatile boolean anyBroken;
    private volatile long newestInputAtMs = NEVER;
    private volatile long newestClockSkewAtMs = NEVER;

    /** What a skipped record is: its dialect, and the dialect's name for its kind. */
    public record Skip(String dialect, String kind) {}

    public Vitals() {
        for (Action action : Action.values()) {
            commands.put(action, new LongAdder());
        }
        for (ExitEvent.Kind kind : ExitEvent.Kind.values()) {
            events.put(kind, new LongAdder());
        }
    }

    /** Counts {@code records} received records at {@code nowMs}, wall clock. */
    public void received(int records, long nowMs) {
        inputs.add(records);
        if (records > 0 && newestInputAtMs != nowMs) {
            newestInputAtMs = nowMs;
        }
    }

    public void decided(Step step, long nowMs) {
        step.commands().forEach(command -> counter(commands, command.action()).increment());
        step.events().forEach(event -> counter(events, event.event()).increment());
        if (step.clockSkew()) {
            clockSkews.increment();
            newestClockSkewAtMs = nowMs;
        }
    }

    /** Counts a record that is known and is nothing for the engine. */
    public void skipped(String dialect, String kind) {
        skipped.add(new Skip(dialect, kind));
    }

    public void deadLetter(long nowMs) {
        deadLetters.add(nowMs);
    }

    /** Counts a defect of the engine. {@code symbol} counts as unprotected until its next good record. */
    public void bug(Optional<String> symbol, long nowMs) {
        bugs.add(nowMs);
        deadLetters.add(nowMs);
        symbol.ifPresent(brokenSymbols::add);
        anyBroken = !brokenSymbols.isEmpty();
    }

    public void processed(String symbol) {
        if (anyBroken) {
            brokenSymbols.remove(symbol);
            anyBroken = !brokenSymbols.isEmpty();
        }
    }

    public void counted(String task, TaskVitals vitals) {
        tasks.put(task, vitals);
    }

    public void gone(String task) {
        tasks.remove(task);
    }

    /** The positions of all tasks of this process, counted within the last second. */
    public TaskVitals positions() {
        return tasks.values().stream().reduce(TaskVitals.NONE, TaskVitals::plus);
    }

    /** The number of unprotected positions: those counted within the last second, plus the symbols with a defect. */
    public int unprotectedPositions() {
        return positions().unprotected() + brokenSymbols.size();
    }

    public long inputs() {
        return inputs.sum();
    }

    public long clockSkews() {
        return clockSkews.sum();
    }

    public long commands(Action action) {
        return counter(commands, action).sum();
    }

    public long events(ExitEvent.Kind kind) {
        return counter(events, kind).sum();
    }

    public Counts<Skip> skipped() {
        return skipped;
    }

    public Reroutes reroutes() {
        return reroutes;
    }

    public RecentCount deadLetters() {
        return deadLetters;
    }

    public RecentCount bugs() {
        return bugs;
    }

    public Set<String> brokenSymbols() {
        return new TreeSet<>(brokenSymbols);
    }

    /** The wall clock time at which the newest input was processed, or {@link #NEVER}. */
    public long newestInputAtMs() {
        return newestInputAtMs;
    }

    /** The wall clock time of the newest clock skew, or {@link #NEVER}. */
    public long newestClockSkewAtMs() {
        return newestClockSkewAtMs;
    }

    private static <K extends Enum<K>> LongAdder counter(Map<K, LongAdder> counters, K key) {
        return Objects.requireNonNull(counters.get(key), "every kind has its counter");
    }
}
