package io.exitbrain.audit.checks;

import io.exitbrain.audit.record.AuditRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Collects the findings with the records that they are about. A finding on the state of a plan's slot is told once, until the state is good
 * again. The newest plan of a slot may have been compacted away: then such a finding waits for the next record of the slot.
 */
final class Findings {

    /** Memory stays bounded: further findings are counted. */
    private static final int KEPT = 1_000;

    private final boolean plansAreCompacted;
    private final Consumer<Finding> listener;
    private final List<Finding> kept = new ArrayList<>();
    private final Map<Invariant, Long> counts = new EnumMap<>(Invariant.class);
    private final Map<String, Set<Invariant>> told = new HashMap<>();
    private final Map<String, Map<Invariant, Finding>> waiting = new HashMap<>();
    private Optional<AuditRecord> input = Optional.empty();
    private Optional<AuditRecord> output = Optional.empty();
    private long compacted;

    /** {@code listener} gets each finding once it is certain. */
    Findings(boolean plansAreCompacted, Consumer<Finding> listener) {
        this.plansAreCompacted = plansAreCompacted;
        this.listener = listener;
    }

    /** Findings on further steps of the plans of {@code slots}. They reach nobody. */
    Findings trial(Collection<String> slots) {
        Findings trial = new Findings(plansAreCompacted, finding -> {});
        slots.forEach(slot -> Optional.ofNullable(told.get(slot))
                .ifPresent(invariants -> trial.told.put(slot, new HashSet<>(invariants))));
        return trial;
    }

    /** All of them, also those that a later record may explain. */
    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum()
                + waiting.values().stream().mapToLong(Map::size).sum();
    }

    boolean plansAreCompacted() {
        return plansAreCompacted;
    }

    /** The next findings are about the step of {@code cause}. */
    void inStepOf(AuditRecord cause) {
        input = Optional.of(cause);
        output = Optional.empty();
    }

    /** The next findings are about {@code record}. */
    void about(AuditRecord record) {
        output = Optional.of(record);
    }

    /** The next findings are about the step as a whole. */
    void aboutTheStep() {
        output = Optional.empty();
    }

    void find(Invariant invariant, String evidence) {
        certain(finding(invariant, evidence));
    }

    /** The state of {@code slot} is not as it must be. */
    void ofSlot(String slot, Invariant invariant, String evidence) {
        if (!told.computeIfAbsent(slot, name -> new HashSet<>()).add(invariant)) {
            return;
        }
        Finding finding = finding(invariant, evidence);
        if (plansAreCompacted && isOfPlans(invariant)) {
            waiting.computeIfAbsent(slot, name -> new EnumMap<>(Invariant.class))
                    .put(invariant, finding);
        } else {
            certain(finding);
        }
    }

    private static boolean isOfPlans(Invariant invariant) {
        return invariant == Invariant.I1 || invariant == Invariant.I8 || invariant == Invariant.I14;
    }

    /** The state of {@code slot} is as it must be. */
    void holds(String slot) {
        told.remove(slot);
    }

    /** A record of {@code slot} came: those before it may have been compacted away. */
    void planOf(String slot) {
        Map<Invariant, Finding> excused = waiting.remove(slot);
        compacted += excused == null ? 0 : excused.size();
    }

    /** No more records come. */
    void finish() {
        waiting.values().forEach(findings -> findings.values().forEach(this::certain));
        waiting.clear();
    }

    private void certain(Finding finding) {
        counts.merge(finding.invariant(), 1L, Long::sum);
        if (kept.size() < KEPT) {
            kept.add(finding);
        }
        listener.accept(finding);
    }

    private Finding finding(Invariant invariant, String evidence) {
        String cause = input.map(AuditRecord::place).orElse("");
        return new Finding(
                invariant,
                output.or(() -> input).flatMap(AuditRecord::key).orElse(""),
                output.map(AuditRecord::place).orElse(cause),
                cause,
                input.map(AuditRecord::timestamp).orElse(0L),
                evidence);
    }

    List<Finding> kept() {
        return List.copyOf(kept);
    }

    Map<Invariant, Long> counts() {
        return Map.copyOf(counts);
    }

    /** Findings that a compaction of {@code exit-plans} explains. */
    long compacted() {
        return compacted;
    }
}
