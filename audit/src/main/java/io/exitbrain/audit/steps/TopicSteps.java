package io.exitbrain.audit.steps;

import io.exitbrain.audit.book.InputReader;
import io.exitbrain.audit.book.InputReading;
import io.exitbrain.audit.book.ObservedPlan;
import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.audit.record.Coordinates;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The steps of records from topics. The records must come in the order of each partition, and about in the order of their timestamps across
 * partitions. Of each symbol it keeps the records of the last seconds.
 */
public final class TopicSteps implements StepSource {

    /** An output has the timestamp of its cause; but one of the clock is ahead of the records that the loss of a leader has held up. */
    private static final long KEPT_MS = 30_000;

    private static final long PASS_EVERY_MS = 1_000;
    private static final long NEVER = Long.MIN_VALUE / 4;

    private final InputReader reader;
    private final Predicate<Coordinates> isUndecided;
    private final Judge judge;
    private final OrderSearch search = new OrderSearch();
    private final Map<String, SymbolSteps> symbols = new TreeMap<>();
    private final Deque<AuditRecord> globals = new ArrayDeque<>();
    private final Set<String> begun = new HashSet<>();
    private long newest = NEVER;
    private long passed = NEVER;

    /**
     * Passes each step on to {@code judge}.
     *
     * @param isUndecided says of an input that the engine had not committed it when the audit began to read
     */
    public TopicSteps(InputReader reader, Predicate<Coordinates> isUndecided, Judge judge) {
        this.reader = reader;
        this.isUndecided = isUndecided;
        this.judge = judge;
    }

    @Override
    public void feed(AuditRecord record) {
        switch (record.topic()) {
            case "exchange-events" -> {}
            case "instruments", "exit-context" -> global(record);
            case "exit-plans" ->
                waiting(ObservedPlan.symbolOf(record.key().orElse(""))).output(record);
            case "trailing-stop-commands", "exit-events" ->
                waiting(record.key().orElse("")).output(record);
            case "dead-letters" -> letter(record);
            default -> waiting(record.key().orElse("")).input(record, reader.read(record));
        }
        if (record.isKeyedInput() || !record.isInput()) {
            newest = Math.max(newest, record.mergeTime());
        }
        if (newest - passed >= KEPT_MS + PASS_EVERY_MS) {
            passUpTo(newest - KEPT_MS);
        }
    }

    /**
     * The engine reads the global topics before it decides, so the first entry of a key counts at once, whenever it was written. An
     * emergency, and each later entry, counts from its timestamp.
     */
    private void global(AuditRecord entry) {
        boolean isFirst = begun.add(entry.topic() + " " + entry.key().orElse(""));
        if (isFirst && !entry.text().contains("ESS_ACTIVE")) {
            pass(entry);
        } else {
            globals.addLast(entry);
        }
    }

    private void pass(AuditRecord entry) {
        InputReading reading = InputReading.of(InputReading.Kind.GLOBAL, Optional.empty());
        judge.take(new Step(entry, reading, List.of(), entry.timestamp()));
    }

    private void letter(AuditRecord letter) {
        letter.origin()
                .filter(TopicSteps::isKeyed)
                .ifPresent(input -> waiting(letter.key().orElse("")).letter(input, letter));
    }

    private static boolean isKeyed(Coordinates input) {
        return AuditRecord.KEYED_INPUTS.contains(input.topic());
    }

    private WaitingRecords waiting(String symbol) {
        return symbols.computeIfAbsent(symbol, name -> new SymbolSteps(name, new WaitingRecords(), isUndecided, judge))
                .waiting();
    }

    /** Passes on every step up to {@code limit}, epoch milliseconds. */
    private void passUpTo(long limit) {
        while (!globals.isEmpty() && globals.peekFirst().mergeTime() <= limit) {
            long before = globals.peekFirst().mergeTime() - 1;
            symbols.values().forEach(symbol -> symbol.passUpTo(before, search));
            pass(globals.removeFirst());
        }
        symbols.values().forEach(symbol -> symbol.passUpTo(limit, search));
        passed = limit;
    }

    /** Every output of the inputs that were fed has been fed, too: all steps are passed on. */
    public void flush() {
        passUpTo(Long.MAX_VALUE);
        newest = NEVER;
        passed = NEVER;
    }

    @Override
    public void finish() {
        flush();
    }

    /** The records that belong to inputs which the engine had not committed. */
    public int undecided() {
        return symbols.values().stream()
                .mapToInt(steps -> steps.waiting().size())
                .sum();
    }

    /** How often the order of the times gave a violation, and another one that the record permits gave none or fewer. */
    public long unknownOrders() {
        return search.unknown();
    }

    /** The first outputs of the first of those steps. */
    public List<String> unknownPlaces() {
        return search.places();
    }
}
