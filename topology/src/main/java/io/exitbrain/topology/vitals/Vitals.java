package io.exitbrain.topology.vitals;

import io.exitbrain.domain.decision.Step;
import io.exitbrain.domain.input.Input;
import io.exitbrain.domain.plan.SymbolState;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** The engine's own counts. The stream threads write them; health and metrics read them. */
public final class Vitals {

    /** The event has not happened yet. */
    public static final long NEVER = -1;

    private final Map<String, Counted> tasks = new ConcurrentHashMap<>();
    private final Map<String, InputVitals> inputs = new ConcurrentHashMap<>();
    private final DecisionVitals decisions = new DecisionVitals();
    private final Latency latency = new Latency();
    private final StalePrices stalePrices = new StalePrices();
    private final DeadLetterVitals deadLetters = new DeadLetterVitals();
    private final RecentCount bugs = new RecentCount();
    private final Reroutes reroutes = new Reroutes();
    private final RecoveryVitals recoveries = new RecoveryVitals();
    private final Counts<Skip> skipped = new Counts<>();
    private final LongAdder clockSkews = new LongAdder();
    private final Set<String> brokenSymbols = ConcurrentHashMap.newKeySet();

    // Read for every record, because that is cheaper than reading the set.
    private volatile boolean anyBroken;
    private volatile long newestClockSkewAtMs = NEVER;

    /** What a skipped record is: its dialect, and the dialect's name for its kind. */
    public record Skip(String dialect, String kind) {}

    /** The positions of a task, counted at {@code atMs}, wall clock. */
    private record Counted(TaskVitals positions, long atMs) {}

    /** What came of {@code topic}. */
    public InputVitals input(String topic) {
        return inputs.computeIfAbsent(topic, first -> new InputVitals());
    }

    /** What came of each topic that has had a record, by topic. */
    public Map<String, InputVitals> inputsByTopic() {
        return new TreeMap<>(inputs);
    }

    /** Counts a step that {@code input} caused. */
    public void decided(SymbolState before, Input input, Step step, long nowMs) {
        decisions.decided(before, input, step);
        if (step.clockSkew()) {
            clockSkews.increment();
            newestClockSkewAtMs = nowMs;
        }
    }

    /** Counts an input of {@code topic} that changed nothing. */
    public void ignored(Step.Ignored why, SymbolState state, String topic, long nowMs) {
        input(topic).ignored(why);
        if (why == Step.Ignored.STALE_PRICE && state.sides().anyOpen()) {
            stalePrices.ignored(state.symbol(), state.newestPriceTime(), nowMs);
        }
    }

    /** Counts a record that is known and is nothing for the engine. */
    public void skipped(String dialect, String kind) {
        skipped.add(new Skip(dialect, kind));
    }

    /** Counts a record of {@code topic} that cannot be used. */
    public void deadLetter(String topic, long nowMs) {
        deadLetters.add(new DeadLetterVitals.Origin(topic, false), nowMs);
    }

    /** Counts a defect of the engine on a record of {@code topic}. {@code symbol} counts as unprotected until its next good record. */
    public void bug(String topic, Optional<String> symbol, long nowMs) {
        bugs.add(nowMs);
        deadLetters.add(new DeadLetterVitals.Origin(topic, true), nowMs);
        symbol.ifPresent(brokenSymbols::add);
        anyBroken = !brokenSymbols.isEmpty();
    }

    public void processed(String symbol) {
        if (anyBroken) {
            brokenSymbols.remove(symbol);
            anyBroken = !brokenSymbols.isEmpty();
        }
    }

    /** The positions of {@code task}, counted at {@code nowMs}, wall clock. */
    public void counted(String task, TaskVitals positions, long nowMs) {
        tasks.put(task, new Counted(positions, nowMs));
    }

    public void gone(String task) {
        tasks.remove(task);
    }

    /** The positions of all tasks of this process, counted within the last second. */
    public TaskVitals positions() {
        return tasks.values().stream().map(Counted::positions).reduce(TaskVitals.NONE, TaskVitals::plus);
    }

    /** The tasks that have not counted their positions for {@code minMs}: their thread makes no step. */
    public Set<String> standing(long minMs, long nowMs) {
        Set<String> standing = new TreeSet<>();
        tasks.forEach((task, counted) -> {
            if (nowMs - counted.atMs() >= minMs) {
                standing.add(task);
            }
        });
        return standing;
    }

    /** The number of unprotected positions: those counted within the last second, plus the symbols with a defect. */
    public int unprotectedPositions() {
        return positions().unprotected() + brokenSymbols.size();
    }

    /** The number of records of all inputs. */
    public long inputs() {
        return inputs.values().stream().mapToLong(InputVitals::records).sum();
    }

    public long clockSkews() {
        return clockSkews.sum();
    }

    public DecisionVitals decisions() {
        return decisions;
    }

    public Latency latency() {
        return latency;
    }

    public StalePrices stalePrices() {
        return stalePrices;
    }

    public Counts<Skip> skipped() {
        return skipped;
    }

    public Reroutes reroutes() {
        return reroutes;
    }

    public RecoveryVitals recoveries() {
        return recoveries;
    }

    public DeadLetterVitals deadLetters() {
        return deadLetters;
    }

    public RecentCount bugs() {
        return bugs;
    }

    public Set<String> brokenSymbols() {
        return new TreeSet<>(brokenSymbols);
    }

    /** The newest timestamp of an input, epoch milliseconds, or {@link #NEVER}. */
    public long newestInputMs() {
        return inputs.values().stream().mapToLong(InputVitals::newestMs).max().orElse(NEVER);
    }

    /** The wall clock time of the newest clock skew, or {@link #NEVER}. */
    public long newestClockSkewAtMs() {
        return newestClockSkewAtMs;
    }
}
