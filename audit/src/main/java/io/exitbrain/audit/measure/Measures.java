package io.exitbrain.audit.measure;

import com.fasterxml.jackson.databind.JsonNode;
import io.exitbrain.audit.book.ObservedPlan;
import io.exitbrain.audit.checks.Protection;
import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.audit.steps.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Measures from the timestamps of the records: time to protection, time from price to command, and unprotected positions. */
public final class Measures implements Protection {

    private final Delays toProtection = new Delays();
    private final Delays toCommand = new Delays();
    private final Intervals bare = new Intervals("audit");
    private final Intervals told = new Intervals("engine");
    private final Set<String> covered = new HashSet<>();
    private long now;
    private long sent;

    /** The next calls of {@link Protection} are about {@code step}. */
    public void begin(Step step) {
        now = step.timestamp();
        List<AuditRecord> commands = step.commands();
        sent = commands.isEmpty() ? now : commands.get(0).timestamp();
        if (step.input().topic().equals("mark-prices") && !commands.isEmpty()) {
            toCommand.add(sent - now);
        }
        step.outputs().stream()
                .filter(output -> output.topic().equals("exit-events"))
                .flatMap(output -> output.object().stream())
                .forEach(this::event);
    }

    private void event(JsonNode event) {
        String slot = ObservedPlan.slotOf(
                event.path("symbol").asText(), event.path("positionSide").asText());
        switch (event.path("event").asText()) {
            case "UNPROTECTED" -> told.begin(slot, now);
            case "PROTECTED", "CLOSED" -> told.end(slot, now);
            default -> {}
        }
    }

    @Override
    public void bare(String slot) {
        covered.remove(slot);
        bare.begin(slot, now);
    }

    @Override
    public void covered(String slot) {
        long from = bare.end(slot, sent).orElse(now);
        if (covered.add(slot)) {
            toProtection.add(sent - from);
        }
    }

    @Override
    public void closed(String slot) {
        covered.remove(slot);
        bare.end(slot, now);
    }

    /** From the record that opened a position to the first command that covers it. */
    public Delays.Summary toProtection() {
        return toProtection.summary();
    }

    /** From a price to the command that it caused. */
    public Delays.Summary toCommand() {
        return toCommand.summary();
    }

    /** The first unprotected times of both sources. */
    public List<Unprotected> unprotected() {
        List<Unprotected> all = new ArrayList<>(bare.all());
        all.addAll(told.all());
        return all;
    }

    public long unprotectedCount() {
        return bare.count() + told.count();
    }
}
