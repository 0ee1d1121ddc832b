package io.exitbrain.audit.steps;

import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.audit.record.Coordinates;
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
    record Group(List<AuditRecord> outputs, Optional<Output.Cause> cause, long timestamp) {}

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
        List<AuditRecord> outputs = new ArrayList<>();
        takePlans(lead).forEach(plan -> outputs.add(plan.record()));
        takeCommands(lead, led).forEach(command -> outputs.add(command.record()));
        led.forEach(event -> outputs.add(event.record()));
        return new Group(outputs, led.isEmpty() ? Optional.empty() : lead.cause(), lead.timestamp());
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
                && fits(commands.peekFirst(), led)
                && ids.add(commands.peekFirst().planId())) {
            taken.add(commands.removeFirst());
        }
        return taken;
    }

    private static boolean fits(Output command, List<Output> led) {
        return led.stream()
                .filter(event -> event.planId().equals(command.planId()) && event.version() >= 0)
                .allMatch(event -> event.version() == command.version());
    }

    /** One plan for each slot; a slot may lose a plan and get another one. */
    private List<Output> takePlans(Output lead) {
        List<Output> taken = new ArrayList<>();
        Set<String> slots = new HashSet<>();
        while (!plans.isEmpty()
                && plans.peekFirst().timestamp() == lead.timestamp()
                && !slots.contains(plans.peekFirst().record().key().orElse(""))) {
            Output plan = plans.removeFirst();
            taken.add(plan);
            plan.record()
                    .value()
                    .ifPresent(value -> slots.add(plan.record().key().orElse("")));
        }
        return taken;
    }
}
