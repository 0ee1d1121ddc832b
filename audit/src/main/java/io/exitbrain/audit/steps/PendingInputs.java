package io.exitbrain.audit.steps;

import io.exitbrain.audit.book.InputReading;
import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.audit.record.Coordinates;
import io.exitbrain.domain.input.Input;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The inputs of one symbol that were not passed on yet, in the order of each topic. */
final class PendingInputs {

    private final Map<String, Deque<Pending>> topics = new LinkedHashMap<>();

    /** An input and what it means. */
    record Pending(AuditRecord record, InputReading reading) {

        long timestamp() {
            return record.timestamp();
        }

        /** The time by which it is ordered among the records of other topics. */
        long mergeTime() {
            return record.mergeTime();
        }

        /** The coordinates under which an event names this input. */
        Optional<Coordinates> name() {
            return record.origin().or(record::coordinates);
        }

        boolean isNamed(Output.Cause cause) {
            return name().filter(cause.coordinates()::equals).isPresent();
        }

        boolean isDescribed(Output.Cause cause) {
            return reading.messages().stream().map(Input::describe).anyMatch(cause.value()::equals);
        }
    }

    PendingInputs copy() {
        PendingInputs copy = new PendingInputs();
        topics.forEach((topic, queue) -> copy.topics.put(topic, new ArrayDeque<>(queue)));
        return copy;
    }

    /** The inputs of each topic, in their order. */
    Collection<Deque<Pending>> queues() {
        return topics.values();
    }

    void add(Pending input) {
        topics.computeIfAbsent(input.record().topic(), topic -> new ArrayDeque<>())
                .addLast(input);
    }

    int size() {
        return topics.values().stream().mapToInt(Deque::size).sum();
    }

    /** The input that {@code cause} names. Several messages of one record have one name: then the text decides. */
    Optional<Pending> find(Output.Cause cause) {
        return first(input -> input.isNamed(cause) && input.isDescribed(cause))
                .or(() -> first(input -> input.isNamed(cause)));
    }

    /** The first input with {@code timestamp}. */
    Optional<Pending> at(long timestamp) {
        return first(input -> input.timestamp() == timestamp);
    }

    private Optional<Pending> first(Predicate<Pending> claim) {
        return topics.values().stream().flatMap(Deque::stream).filter(claim).findFirst();
    }

    /** The oldest input that stands first in its topic and meets {@code claim}. */
    Optional<Pending> oldest(Predicate<Pending> claim) {
        return topics.values().stream()
                .flatMap(queue -> Optional.ofNullable(queue.peekFirst()).stream())
                .filter(claim)
                .min(Comparator.comparingLong(Pending::mergeTime));
    }

    /** Takes {@code input}, which stands first in its topic. */
    void remove(Pending input) {
        Deque<Pending> queue = topics.get(input.record().topic());
        if (queue == null || !input.equals(queue.peekFirst())) {
            throw new IllegalStateException(
                    "is not the first of its topic: " + input.record().place());
        }
        queue.removeFirst();
    }

    /** The first input of the topic of {@code input}. */
    Pending firstOfTopic(Pending input) {
        Deque<Pending> queue = topics.get(input.record().topic());
        return queue == null ? input : queue.getFirst();
    }
}
