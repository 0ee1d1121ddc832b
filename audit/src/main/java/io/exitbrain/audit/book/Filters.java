package io.exitbrain.audit.book;

import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.audit.record.MessageFields;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the entries of {@code instruments} tell. */
final class Filters {

    private final Map<String, BigDecimal> ticks = new HashMap<>();
    private final Map<String, BigDecimal> steps = new HashMap<>();
    private final Map<String, BigDecimal> unorderedSteps = new HashMap<>();
    private final Set<String> inverse = new HashSet<>();

    Optional<BigDecimal> tick(String symbol) {
        return Optional.ofNullable(ticks.get(symbol));
    }

    Optional<BigDecimal> step(String symbol) {
        return Optional.ofNullable(steps.get(symbol));
    }

    /** The largest lot step that may count; 0 if none is known. */
    BigDecimal largestStep(String symbol) {
        return step(symbol).orElse(BigDecimal.ZERO).max(unorderedSteps.getOrDefault(symbol, BigDecimal.ZERO));
    }

    /** Whether the contract is settled in the base currency. */
    boolean isInverse(String symbol) {
        return inverse.contains(symbol);
    }

    /** Takes only the lot step of {@code entry}, because it is not known at which moment the engine read it. */
    void expectStep(AuditRecord entry) {
        String key = entry.key().orElse("");
        positive(entry, "stepSize").ifPresent(step -> unorderedSteps.merge(key, step, BigDecimal::max));
    }

    void take(AuditRecord entry) {
        String key = entry.key().orElse("");
        if (entry.value().isEmpty()) {
            ticks.remove(key);
        }
        positive(entry, "tickSize").ifPresent(tick -> ticks.put(key, tick));
        // A plan keeps the filters that are removed, so the newest step is kept, too.
        positive(entry, "stepSize").ifPresent(step -> steps.put(key, step));
        entry.object().filter(fields -> fields.path("inverse").asBoolean()).ifPresent(fields -> inverse.add(key));
    }

    private static Optional<BigDecimal> positive(AuditRecord entry, String name) {
        return entry.object().flatMap(fields -> MessageFields.positive(fields, name));
    }
}
