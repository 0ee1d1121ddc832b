package io.exitbrain.audit.steps;

import io.exitbrain.audit.book.InputReading;
import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.audit.record.Coordinates;
import io.exitbrain.domain.input.MarkPrice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The outputs of one symbol that belong to one step each. The order inside a topic is known. Across topics the events lead: a command
 * belongs to an event of the same plan, version and time.
 */
final class OutputGroups {

    private final Deque<Output> plans = new ArrayDeque<>();
    private final Deque<Output> commands = new ArrayDeque<>();
    private final Deque<Output> events = new ArrayDeque<>();
    private final Map<Coordinates, Integer> causes = new HashMap<>();

    /** The outputs of a step and the cause that its events name. */
    record Group(List<AuditRecord> outputs, Optional<Output.Cause> cause, long timestamp, long mergeTime) {

        /** Whether it may have been caused by a record if it names none: events of the clock say so themselves. */
        boolean isOfRecord() {
            return outputs.stream().noneMatch(output -> output.topic().equals("exit-events"));
        }

        /** The place of its first output. */
        String place() {
            return outputs.get(0).place();
        }

        /** The wall clock decided, or the record does not have the input. A price that it does not have is told by the event. */
        Step withoutInput(String symbol) {
            Optional<MarkPrice> price = cause.filter(
                            named -> named.coordinates().topic().equals("mark-prices"))
                    .flatMap(named -> LostPrice.of(symbol, named.value(), timestamp));
            InputReading reading = price.map(known -> InputReading.told(symbol, known))
                    .orElseGet(() -> InputReading.of(InputReading.Kind.CLOCK, Optional.empty()));
            String place = cause.map(named -> named.coordinates() + " (not in the record)")
                    .orElse("wall clock");
            return new Step(AuditRecord.clock(0, place), reading, outputs, timestamp);
        }
    }

    OutputGroups copy() {
        OutputGroups copy = new OutputGroups();
        copy.plans.addAll(plans);
        copy.commands.addAll(commands);
        copy.events.addAll(events);
        copy.causes.putAll(causes);
        return copy;
    }

    void add(AuditRecord record) {
        Output output = Output.of(record);
        switch (record.topic()) {
            case "exit-plans" -> plans.addLast(output);
            case "trailing-stop-commands" -> commands.addLast(output);
            default -> {
                events.addLast(output);
                output.cause().ifPresent(cause -> causes.merge(cause.coordinates(), 1, Integer::sum));
            }
        }
    }

    /** Whether an event that is still here names {@code coordinates} as its cause. */
    boolean isCause(Coordinates coordinates) {
        return causes.containsKey(coordinates);
    }

    boolean isEmpty() {
        return plans.isEmpty() && commands.isEmpty() && events.isEmpty();
    }

    int size() {
        return plans.size() + commands.size() + events.size();
    }

    /** The output that leads the next group. */
    Optional<Output> lead() {
        Optional<Output> event = Optional.ofNullable(events.peekFirst());
        Stream<Output> others =
                Stream.of(plans, commands).flatMap(queue -> Optional.ofNullable(queue.peekFirst()).stream());
        return others.filter(other -> event.isEmpty() || (other.isBefore(event.get()) && !hasEvent(other)))
                .min(Comparator.comparingLong(Output::time))
                .or(() -> event);
    }

    /**
     * Whether an event that is still here was decided at the moment of {@code output}: then that one leads it. Its time may be before that of
     * the events in front of it, because the clock of the engine is ahead of records that come late.
     */
    private boolean hasEvent(Output output) {
        return events.stream().anyMatch(event -> event.timestamp() == output.timestamp());
    }

    /** Takes the next group. There must be one. */
    Group take() {
        Output lead = lead().orElseThrow();
        List<Output> led = lead.equals(events.peekFirst()) ? takeEvents(lead) : List.of();
        List<Output> sent = takeCommands(lead, led);
        List<Output> others = Stream.concat(led.stream(), sent.stream()).toList();
        List<AuditRecord> outputs = new ArrayList<>();
        takePlans(lead, others).forEach(plan -> outputs.add(plan.record()));
        sent.forEach(command -> outputs.add(command.record()));
        led.forEach(event -> outputs.add(event.record()));
        return new Group(outputs, led.isEmpty() ? Optional.empty() : lead.cause(), lead.timestamp(), lead.mergeTime());
    }

    private List<Output> takeEvents(Output lead) {
        List<Output> taken = new ArrayList<>();
        while (!events.isEmpty()
                && events.peekFirst().isWith(lead)
                && events.peekFirst().cause().equals(lead.cause())) {
            taken.add(events.removeFirst());
        }
        lead.cause().ifPresent(cause -> causes.merge(cause.coordinates(), -taken.size(), OutputGroups::sum));
        return taken;
    }

    /** Null takes the entry out of the map. */
    private static @Nullable Integer sum(Integer count, Integer more) {
        return count + more == 0 ? null : count + more;
    }

    /** One command for each plan. */
    private List<Output> takeCommands(Output lead, List<Output> led) {
        List<Output> taken = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        while (!commands.isEmpty()
                && commands.peekFirst().isWith(lead)
                && belongs(commands.peekFirst(), led, Output::isCommandOf)
                && ids.add(commands.peekFirst().planId())) {
            taken.add(commands.removeFirst());
        }
        return taken;
    }

    /** One plan for each slot; a slot may lose a plan and get another one. */
    private List<Output> takePlans(Output lead, List<Output> others) {
        List<Output> taken = new ArrayList<>();
        Set<String> slots = new HashSet<>();
        while (!plans.isEmpty()
                && plans.peekFirst().timestamp() == lead.timestamp()
                && belongs(plans.peekFirst(), others, Output::isPlanOf)
                && !slots.contains(plans.peekFirst().slot())) {
            Output plan = plans.removeFirst();
            taken.add(plan);
            plan.record().value().ifPresent(value -> slots.add(plan.slot()));
        }
        return taken;
    }

    /** Whether one of {@code others}, which are of one step, tells {@code output}; or no event that is still here does. */
    private boolean belongs(Output output, List<Output> others, BiPredicate<Output, Output> isOf) {
        return others.stream().anyMatch(other -> isOf.test(output, other))
                || events.stream()
                        .noneMatch(event -> event.timestamp() == output.timestamp() && isOf.test(output, event));
    }
}
