package io.exitbrain.demo.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges an engine by its input and output lines alone. It keeps its own books of what is open and knows nothing of how the engine
 * decides. A finding is a broken invariant.
 */
final class Auditor {

    private final Books books = new Books();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, PlanAccount> plans = new HashMap<>();
    private final Map<String, PlanAccount> slots = new HashMap<>();
    private final CommandAudit commands = new CommandAudit(books, this::find);
    private final PlanAudit planAudit = new PlanAudit(books, this::find);
    private final StandingAudit standing = new StandingAudit(books, this::find);
    private final EqualSnapshots equalSnapshots = new EqualSnapshots(books, this::find);
    private final DeadLetters deadLetters = new DeadLetters(this::find);

    /** Takes one input line with everything that was emitted for it. */
    void saw(Line input, List<Line> outputs) {
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
        standing.check(slots, commands.sentTooMuch());
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
        PlanAccount account = plans.computeIfAbsent(planId, id -> new PlanAccount(plan.get(), instanceOf(plan.get())));
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
        Optional<PlanAccount> account = Optional.ofNullable(plans.get(planId));
        if (account.isEmpty()) {
            find(Invariant.I8, "a command of a plan that nobody has seen: " + command);
            return;
        }
        commands.check(account.get(), output.key().orElse(""), command);
        account.get().commanded(command);
    }

    private void find(Invariant invariant, String what) {
        findings.add(new Finding(invariant, what));
    }
}
