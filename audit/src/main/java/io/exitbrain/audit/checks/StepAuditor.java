package io.exitbrain.audit.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.exitbrain.audit.book.Books;
import io.exitbrain.audit.book.InputReading;
import io.exitbrain.audit.book.ObservedPlan;
import io.exitbrain.audit.book.SideBook;
import io.exitbrain.audit.record.AuditRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Audits an engine step by step, by its inputs and outputs only. It keeps its own record of the open positions and does not use the rules
 * of the engine. A finding is a broken invariant.
 */
public final class StepAuditor {

    private final Books books;
    private final Findings findings;
    private final Slots slots;
    private final Adoption adoption;
    private final CommandAudit commands;
    private final PlanAudit plans;
    private final EndOfStepAudit standing;
    private final EqualSnapshotAudit equalSnapshots;
    private final DeadLetterAudit deadLetters;

    /**
     * An auditor without records.
     *
     * @param plansAreCompacted whether older records of {@code exit-plans} may be missing
     * @param protection is told whether the positions are protected
     * @param listener gets each finding
     */
    public StepAuditor(Books books, boolean plansAreCompacted, Protection protection, Consumer<Finding> listener) {
        this(books, new Findings(plansAreCompacted, listener), new Slots(), protection, Optional.empty());
    }

    private StepAuditor(
            Books books,
            Findings findings,
            Slots slots,
            Protection protection,
            Optional<EqualSnapshotAudit> equalSnapshots) {
        this.books = books;
        this.findings = findings;
        this.slots = slots;
        this.adoption = new Adoption(books);
        this.commands = new CommandAudit(books, findings::find);
        this.plans = new PlanAudit(books, findings::find);
        this.standing = new EndOfStepAudit(books, findings, protection);
        this.equalSnapshots = equalSnapshots.orElseGet(() -> new EqualSnapshotAudit(books, findings::find));
        this.deadLetters = new DeadLetterAudit(findings::find);
    }

    /** An auditor that knows what this one knows of {@code symbol}, has no findings, and tells nobody of those that it makes. */
    public StepAuditor trial(String symbol) {
        Books others = books.trial(symbol);
        Findings unheard = findings.trial(Slots.of(symbol));
        EqualSnapshotAudit snapshots = equalSnapshots.trial(symbol, others, unheard::find);
        return new StepAuditor(others, unheard, slots.trial(symbol), Protection.NONE, Optional.of(snapshots));
    }

    /** How many findings there are, with those that a later record may explain. */
    public long total() {
        return findings.total();
    }

    /** Takes one input, what it means, and the outputs of its step. */
    public void observe(AuditRecord input, InputReading reading, List<AuditRecord> outputs) {
        findings.inStepOf(input);
        slots.nextStep();
        equalSnapshots.before(input);
        take(input, reading);
        deadLetters.check(reading.kind(), input, outputs);
        outputs.forEach(this::output);
        findings.aboutTheStep();
        equalSnapshots.after(reading, input, outputs);
        slots.gone().forEach(standing::gone);
        standing.check(touched(reading, outputs), slots.current(), commands.takeOversized());
    }

    /** Whether an input may have no output after the steps so far. */
    public boolean mayBeQuiet(InputReading reading) {
        return QuietInputs.isOne(reading, books, slots.current());
    }

    private void take(AuditRecord input, InputReading reading) {
        if (reading.kind() == InputReading.Kind.GLOBAL) {
            books.takeGlobal(input);
        } else {
            books.take(reading);
        }
    }

    private Collection<String> touched(InputReading reading, List<AuditRecord> outputs) {
        TreeSet<String> touched = new TreeSet<>(books.touchedBy(reading));
        outputs.stream()
                .flatMap(output -> output.object().stream())
                .map(output -> output.path("symbol").asText())
                .filter(books::isOpened)
                .forEach(touched::add);
        return touched;
    }

    private void output(AuditRecord output) {
        findings.about(output);
        switch (output.topic()) {
            case "exit-plans" -> plan(output);
            case "trailing-stop-commands" -> command(output);
            default -> {}
        }
    }

    private void plan(AuditRecord output) {
        String slot = output.key().orElse("");
        findings.planOf(slot);
        Optional<JsonNode> plan = output.object();
        if (plan.isEmpty()) {
            adoption.adoptFlat(slot, output.timestamp());
            slots.clear(slot);
            return;
        }
        adoption.adopt(plan.get(), output.timestamp());
        ObservedPlan observed = slots.planOf(plan.get().path("planId").asText(), () -> planned(plan.get()));
        plans.check(slot, observed, plan.get());
        observed.revised(plan.get());
        slots.put(slot, observed);
    }

    private ObservedPlan planned(JsonNode plan) {
        SideBook side = adoption.sideOf(plan);
        boolean isMidway = side.isAdopted() && plan.path("revision").asInt() > 1;
        return new ObservedPlan(plan, side.instance(), isMidway);
    }

    private void command(AuditRecord output) {
        Optional<JsonNode> command = output.object();
        if (command.isEmpty()) {
            findings.find(Invariant.I15, "is no command: " + output.text());
            return;
        }
        slots.known(command.get().path("planId").asText())
                .ifPresentOrElse(plan -> checked(plan, output, command.get()), () -> unknown(output, command.get()));
    }

    /** The plan of the command is not in the record: it was compacted away, lies before the record, or was never written. */
    private void unknown(AuditRecord output, JsonNode command) {
        SideBook side = adoption.sideOf(command);
        if (slots.isForgotten(command.path("planId").asText())) {
            findings.find(Invariant.I8, "a command of a plan that has ended long ago: " + command);
        } else if (findings.plansAreCompacted() || !side.isKnown()) {
            ObservedPlan plan = slots.planOf(
                    command.path("planId").asText(),
                    () -> ObservedPlan.ofCommand(command, side.instance(), !side.isKnown() || side.isAdopted()));
            checked(plan, output, command);
        } else {
            findings.find(Invariant.I8, "a command of an unknown plan: " + command);
        }
    }

    private void checked(ObservedPlan plan, AuditRecord output, JsonNode command) {
        commands.check(plan, output.key().orElse(""), command);
        plan.commanded(command);
    }

    /** No more records come. */
    public void finish() {
        findings.finish();
    }

    /** The first findings; further ones are counted only. */
    public List<Finding> findings() {
        return findings.kept();
    }

    /** How often each invariant was broken. */
    public Map<Invariant, Long> counts() {
        return findings.counts();
    }

    /** Findings that a compaction of {@code exit-plans} explains, and that therefore are none. */
    public long compacted() {
        return findings.compacted();
    }
}
