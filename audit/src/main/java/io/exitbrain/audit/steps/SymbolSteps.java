package io.exitbrain.audit.steps;

import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.audit.record.Coordinates;
import io.exitbrain.audit.steps.PendingInputs.Pending;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The steps of one symbol from topics. Each topic keeps its order. Across topics, events name the inputs that made the engine decide. The
 * other inputs are put between them by their timestamps.
 */
final class SymbolSteps {

    /** Topics are read with some delay between them: with the loss of a leader, as much as the next one needs to be found. */
    private static final long PATIENCE_MS = 30_000;

    private final String symbol;
    private final WaitingRecords waiting;
    private final PendingInputs inputs;
    private final OutputGroups outputs;
    private final Predicate<Coordinates> isUndecided;
    private final Judge judge;

    /** {@code isUndecided} says of an input that the engine had not committed it when the audit began to read. */
    SymbolSteps(String symbol, WaitingRecords waiting, Predicate<Coordinates> isUndecided, Judge judge) {
        this.symbol = symbol;
        this.waiting = waiting;
        this.inputs = waiting.inputs();
        this.outputs = waiting.outputs();
        this.isUndecided = isUndecided;
        this.judge = judge;
    }

    /** The same records for a trial: what is passed on there is not passed on here. */
    SymbolSteps trial() {
        return new SymbolSteps(symbol, waiting.copy(), isUndecided, judge.trial(symbol));
    }

    /** The records that are not passed on. */
    WaitingRecords waiting() {
        return waiting;
    }

    /** The violations that were found, in a trial. */
    long violations() {
        return judge.violations();
    }

    /** The first inputs of topics about {@code time} that have become impossible without outputs, and that no later step names. */
    long stuck(long time) {
        long limit = time + waiting.doubtAt(time);
        return inputs.queues().stream()
                .flatMap(queue -> Optional.ofNullable(queue.peekFirst()).stream())
                .filter(input -> input.mergeTime() <= limit)
                .filter(input -> input.name().filter(outputs::isCause).isEmpty())
                .filter(input -> !judge.mayBeQuiet(input.reading()))
                .count();
    }

    /** Passes on every step up to {@code limit}, epoch milliseconds; {@code search} says what was read before each. */
    void passUpTo(long limit, OrderSearch search) {
        while (hasGroup(limit)) {
            OutputGroups.Group group = outputs.take();
            pass(group, search.before(this, group));
        }
        quietOnes(input -> input.mergeTime() <= limit - waiting.doubtAt(limit));
        overdueOnes(limit);
    }

    /** Passes on the next steps with outputs up to {@code limit}, but no more than {@code count}, by what the times say. */
    void passSome(int count, long limit) {
        for (int passed = 0; passed < count && hasGroup(limit); passed++) {
            OutputGroups.Group group = outputs.take();
            pass(group, placements(group).get(0));
        }
    }

    private boolean hasGroup(long limit) {
        return outputs.lead()
                .filter(lead -> lead.mergeTime() <= limit)
                .filter(lead -> lead.cause()
                        .filter(cause -> isUndecided.test(cause.coordinates()))
                        .isEmpty())
                .isPresent();
    }

    /** An input that cannot have been quiet, and that no later step explains, is passed on: the audit will say what is wrong. */
    private void overdueOnes(long limit) {
        long overdue = outputs.isEmpty() ? limit : limit - PATIENCE_MS;
        Predicate<Pending> isOverdue = input -> input.mergeTime() <= overdue
                && input.name().filter(outputs::isCause).isEmpty();
        for (Optional<Pending> next = inputs.oldest(isOverdue); next.isPresent(); next = inputs.oldest(isOverdue)) {
            pass(next.get(), List.of());
        }
    }

    private Optional<Pending> causeOf(OutputGroups.Group group) {
        return group.cause().isPresent()
                ? inputs.find(group.cause().get())
                : inputs.at(group.timestamp()).filter(input -> group.isOfRecord());
    }

    /** Which inputs may have been read before {@code group} was decided; the first set is what the times say. */
    List<Set<Pending>> placements(OutputGroups.Group group) {
        Optional<Pending> cause = causeOf(group);
        long time = timeOf(group, cause);
        List<Deque<Pending>> others = inputs.queues().stream()
                .filter(queue -> cause.filter(queue::contains).isEmpty())
                .toList();
        // The clock decides after the records of its millisecond.
        long likely = cause.isPresent() ? time : time + 1;
        return Placements.of(others, time - waiting.doubtAt(time), likely, time + waiting.doubtAt(time));
    }

    private static long timeOf(OutputGroups.Group group, Optional<Pending> cause) {
        return cause.map(Pending::mergeTime).orElse(group.mergeTime());
    }

    /** Passes on {@code group}, and before it the inputs of {@code read} and those that are certainly older. */
    void pass(OutputGroups.Group group, Set<Pending> read) {
        Optional<Pending> cause = causeOf(group);
        long time = timeOf(group, cause);
        long certain = time - waiting.doubtAt(time);
        quietOnes(input -> (input.mergeTime() < certain || read.contains(input))
                && cause.filter(input::equals).isEmpty());
        if (cause.isPresent()) {
            caused(cause.get(), group);
        } else {
            judge.take(group.withoutInput(symbol));
        }
    }

    private void caused(Pending cause, OutputGroups.Group group) {
        for (Pending first = inputs.firstOfTopic(cause); !first.equals(cause); first = inputs.firstOfTopic(cause)) {
            pass(first, List.of());
        }
        pass(cause, group.outputs());
    }

    /**
     * Passes on inputs that caused nothing, the oldest first. One that is the cause of a later step stays, and one that cannot have been
     * quiet now, each with what stands behind it.
     */
    private void quietOnes(Predicate<Pending> claim) {
        Predicate<Pending> isQuiet = claim.and(
                        input -> input.name().filter(outputs::isCause).isEmpty())
                .and(input -> judge.mayBeQuiet(input.reading()));
        for (Optional<Pending> next = inputs.oldest(isQuiet); next.isPresent(); next = inputs.oldest(isQuiet)) {
            pass(next.get(), List.of());
        }
    }

    private void pass(Pending input, List<AuditRecord> caused) {
        inputs.remove(input);
        List<AuditRecord> all = new ArrayList<>(caused);
        waiting.takeLetterOf(input).ifPresent(all::add);
        judge.take(new Step(input.record(), input.reading(), all, input.timestamp()));
    }
}
