package io.exitbrain.audit.rederive;

import com.fasterxml.jackson.databind.JsonNode;
import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.audit.record.MessageFields;
import io.exitbrain.audit.steps.Step;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The entries of {@code instruments} that the engine may not have read yet. The outputs tell when it had: an event of the filters names tick
 * and lot step, and a new plan says whether its prices are rounded.
 */
final class HeldFilters {

    /** Filters that change nothing that a plan shows have no event. */
    private static final long READ_WITHIN_MS = 30_000;

    private final Map<String, Deque<AuditRecord>> held = new HashMap<>();
    private final Map<String, AuditRecord> newest = new HashMap<>();

    void add(AuditRecord entry) {
        held.computeIfAbsent(entry.key().orElse(""), key -> new ArrayDeque<>()).addLast(entry);
    }

    /** The entries of {@code symbol} that the engine had read before it decided {@code step}, in their order. */
    List<AuditRecord> toldBy(String symbol, Step step) {
        Deque<AuditRecord> entries = held.getOrDefault(symbol, new ArrayDeque<>());
        List<AuditRecord> told = new ArrayList<>();
        while (!entries.isEmpty() && isTold(entries, symbol, step)) {
            AuditRecord entry = entries.removeFirst();
            told.add(entry);
            newest.put(symbol, entry);
        }
        return told;
    }

    private boolean isTold(Deque<AuditRecord> entries, String symbol, Step step) {
        AuditRecord entry = entries.getFirst();
        boolean isFirst = !newest.containsKey(symbol);
        boolean isNamed =
                events(step, "3 filters").anyMatch(event -> entries.stream().anyMatch(each -> isNamed(each, event)));
        boolean isUsed = (isFirst || entry.timestamp() <= step.timestamp())
                && events(step, "")
                        .anyMatch(event -> event.path("event").asText().equals("PLANNED"))
                && isRounded(step, entry);
        return isNamed || isUsed || (!isFirst && entry.timestamp() <= step.timestamp() - READ_WITHIN_MS);
    }

    /** The events of {@code rule}, of any rule if it is empty. */
    private static Stream<JsonNode> events(Step step, String rule) {
        return step.outputs().stream()
                .filter(output -> output.topic().equals("exit-events"))
                .flatMap(output -> output.object().stream())
                .filter(event -> rule.isEmpty() || event.path("rule").asText().equals(rule));
    }

    /** The engine writes the numbers as they came, without an exponent. */
    private static boolean isNamed(AuditRecord entry, JsonNode event) {
        return number(entry, "tickSize").isPresent()
                && event.path("detail")
                        .asText()
                        .equals("tick %s, lot step %s"
                                .formatted(text(number(entry, "tickSize")), text(number(entry, "stepSize"))));
    }

    private static String text(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse("");
    }

    private static Optional<BigDecimal> number(AuditRecord entry, String name) {
        return entry.object().flatMap(fields -> MessageFields.positive(fields, name));
    }

    /** Whether the plan of the step says so; a plan that was compacted away does not, but its stop is on the tick or not. */
    private static boolean isRounded(Step step, AuditRecord entry) {
        List<JsonNode> plans = step.outputs().stream()
                .filter(output -> output.topic().equals("exit-plans"))
                .flatMap(output -> output.object().stream())
                .toList();
        return plans.isEmpty()
                ? step.commands().stream()
                        .flatMap(command -> command.object().stream())
                        .allMatch(stop -> isOnTick(stop, entry))
                : plans.stream().anyMatch(plan -> plan.path("quantised").asBoolean());
    }

    private static boolean isOnTick(JsonNode command, AuditRecord entry) {
        Optional<BigDecimal> tick = number(entry, "tickSize");
        Optional<BigDecimal> stop = MessageFields.positive(command, "stopPrice");
        return tick.isEmpty()
                || stop.isEmpty()
                || stop.get().remainder(tick.get()).signum() == 0;
    }
}
