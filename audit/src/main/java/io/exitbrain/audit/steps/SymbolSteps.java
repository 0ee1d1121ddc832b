package io.exitbrain.audit.steps;

import io.exitbrain.audit.book.InputReading;
import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.audit.record.Coordinates;
import io.exitbrain.domain.input.MarkPrice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The steps of one symbol from topics. Each topic keeps its order. Across topics, events name the inputs that made the engine decide. The
 * other inputs are put between them by their timestamps.
 */
final class SymbolSteps {

    /** Topics are read with some delay between them: with the loss of a leader, as much as the next one needs to be found. */
    private static final long PATIENCE_MS = 30_000;

    private final String symbol;
    private final PendingInputs inputs = new PendingInputs();
    private final OutputGroups outputs = new OutputGroups();
    private final Map<Coordinates, AuditRecord> letters = new HashMap<>();
    private final Predicate<Coordinates> isUndecided;
    private final Predicate<InputReading> mayBeQuiet;
    private final Consumer<Step> sink;

    /** {@code isUndecided} says of an input that the engine had not committed it when the audit began to read. */
    SymbolSteps(
            String symbol,
            Predicate<Coordinates> isUndecided,
            Predicate<InputReading> mayBeQuiet,
            Consumer<Step> sink) {
        this.symbol = symbol;
        this.isUndecided = isUndecided;
        this.mayBeQuiet = mayBeQuiet;
        this.sink = sink;
    }

    void input(AuditRecord record, InputReading reading) {
        inputs.add(new PendingInputs.Pending(record, reading));
    }

    void output(AuditRecord record) {
        outputs.add(record);
    }

    /** A dead letter of {@code input}. */
    void letter(Coordinates input, AuditRecord letter) {
        letters.put(input, letter);
    }

    /** The records that are not passed on. */
    int size() {
        return inputs.size() + outputs.size();
    }

    /** Passes on every step up to {@code limit}, epoch milliseconds. */
    void passUpTo(long limit) {
        while (nextGroup(limit)) {
            group(outputs.take());
        }
        quietOnes(input -> input.timestamp() <= limit);
        overdueOnes(limit);
    }

    /** An input that cannot have been quiet, and that no later step explains, is passed on: the audit will say what is wrong. */
    private void overdueOnes(long limit) {
        long overdue = outputs.isEmpty() ? limit : limit - PATIENCE_MS;
        Predicate<PendingInputs.Pending> isOverdue = input -> input.timestamp() <= overdue
                && input.name().filter(outputs::isCause).isEmpty();
        for (Optional<PendingInputs.Pending> next = inputs.oldest(isOverdue);
                next.isPresent();
                next = inputs.oldest(isOverdue)) {
            pass(next.get(), List.of());
        }
    }

    private boolean nextGroup(long limit) {
        return outputs.lead()
                .filter(lead -> lead.timestamp() <= limit)
                .filter(lead -> lead.cause()
                        .filter(cause -> isUndecided.test(cause.coordinates()))
                        .isEmpty())
                .isPresent();
    }

    private void group(OutputGroups.Group group) {
        Optional<PendingInputs.Pending> cause = group.cause().isPresent()
                ? inputs.find(group.cause().get())
                : inputs.at(group.timestamp()).filter(input -> isOfRecord(group));
        if (cause.isPresent()) {
            caused(cause.get(), group);
        } else {
            quietOnes(input -> input.timestamp() <= group.timestamp());
            sink.accept(withoutInput(group));
        }
    }

    /** The wall clock decided, or the record does not have the input. A price that it does not have is told by the event. */
    private Step withoutInput(OutputGroups.Group group) {
        Optional<MarkPrice> price = group.cause()
                .filter(cause -> cause.coordinates().topic().equals("mark-prices"))
                .flatMap(cause -> LostPrice.of(symbol, cause.value(), group.timestamp()));
        InputReading reading = price.map(known -> InputReading.told(symbol, known))
                .orElseGet(() -> InputReading.of(InputReading.Kind.CLOCK, Optional.empty()));
        String place = group.cause()
                .map(cause -> cause.coordinates() + " (not in the record)")
                .orElse("wall clock");
        return new Step(AuditRecord.clock(0, place), reading, group.outputs(), group.timestamp());
    }

    /** Whether a step without a named cause may have been caused by a record: events of the clock say so themselves. */
    private static boolean isOfRecord(OutputGroups.Group group) {
        return group.outputs().stream().noneMatch(output -> output.topic().equals("exit-events"));
    }

    private void caused(PendingInputs.Pending cause, OutputGroups.Group group) {
        quietOnes(input -> input.timestamp() < cause.timestamp() && !input.equals(cause));
        for (PendingInputs.Pending first = inputs.firstOfTopic(cause);
                !first.equals(cause);
                first = inputs.firstOfTopic(cause)) {
            pass(first, List.of());
        }
        pass(cause, group.outputs());
    }

    /**
     * Passes on inputs that caused nothing, the oldest first. One that is the cause of a later step stays, and one that cannot have been
     * quiet now, each with what stands behind it.
     */
    private void quietOnes(Predicate<PendingInputs.Pending> claim) {
        Predicate<PendingInputs.Pending> isQuiet = claim.and(
                        input -> input.name().filter(outputs::isCause).isEmpty())
                .and(input -> mayBeQuiet.test(input.reading()));
        for (Optional<PendingInputs.Pending> next = inputs.oldest(isQuiet);
                next.isPresent();
                next = inputs.oldest(isQuiet)) {
            pass(next.get(), List.of());
        }
    }

    private void pass(PendingInputs.Pending input, List<AuditRecord> caused) {
        inputs.remove(input);
        List<AuditRecord> all = new ArrayList<>(caused);
        input.record()
                .coordinates()
                .flatMap(coordinates -> Optional.ofNullable(letters.remove(coordinates)))
                .ifPresent(all::add);
        sink.accept(new Step(input.record(), input.reading(), all, input.timestamp()));
    }
}
