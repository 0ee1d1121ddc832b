package io.exitbrain.acceptance.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Audits an engine by its input and output lines only. It keeps its own record of the open positions and does not use the
 * rules of the engine. A finding is a broken invariant.
 */
final class Auditor {

    private final Books books = new Books();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, ObservedPlan> plans = new HashMap<>();
    private final Map<String, ObservedPlan> slots = new HashMap<>();
    private final CommandAudit commands = new CommandAudit(books, this::find);
    private final PlanAudit planAudit = new PlanAudit(books, this::find);
    private final EndOfStepAudit standing = new EndOfStepAudit(books, this::find);
    private final EqualSnapshotAudit equalSnapshots = new EqualSnapshotAudit(books, this::find);
    private final DeadLetterAudit deadLetters = new DeadLetterAudit(this::find);

    /** Takes one input line and its outputs. */
    void observe(Line input, List<Line> outputs) {
        equalSnapshots.before(input);
        standing.before(slots);
        Books.Read read = books.apply(input);
        deadLetters.check(read.kind(), input, outputs);
        for (Line output : outputs) {
            switch (output.topic()) {
                case "exit-plans" -> plan(output);
                case "trailing-stop-commands" -> command(output);
                default -> {}
            }
        }
        equalSnapshots.after(read, input, outputs);
        standing.check(slots, commands.takeOversized());
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private void plan(Line output) {
        String slot = output.key().orElse("");
        Optional<JsonNode> plan = output.object();
        if (plan.isEmpty()) {
            slots.remove(slot);
            return;
        }
        String planId = plan.get().path("planId").asText();
        ObservedPlan account =
                plans.computeIfAbsent(planId, id -> new ObservedPlan(plan.get(), instanceOf(plan.get())));
        planAudit.check(slot, account, plan.get());
        account.revised(plan.get());
        slots.put(slot, account);
    }

    private int instanceOf(JsonNode plan) {
        return books.symbol(plan.path("symbol").asText())
                .side(SymbolBook.sideOf(plan))
                .instance();
    }

    private void command(Line output) {
        JsonNode command = output.object().orElseThrow();
        String planId = command.path("planId").asText();
        Optional<ObservedPlan> account = Optional.ofNullable(plans.get(planId));
        if (account.isEmpty()) {
            find(Invariant.I8, "a command of an unknown plan: " + command);
            return;
        }
        commands.check(account.get(), output.key().orElse(""), command);
        account.get().commanded(command);
    }

    private void find(Invariant invariant, String what) {
        findings.add(new Finding(invariant, what));
    }
}
