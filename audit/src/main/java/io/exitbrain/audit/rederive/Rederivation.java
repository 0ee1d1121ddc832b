package io.exitbrain.audit.rederive;

import com.fasterxml.jackson.databind.JsonNode;
import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.audit.steps.Step;
import io.exitbrain.domain.policy.Policy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Gives the inputs of each step to the rules of the engine again, and compares the commands. */
public final class Rederivation implements AutoCloseable {

    private final Predicate<String> isMidway;
    private final Derivation derivation;
    private final Tally tally = new Tally();
    private final Map<String, PlanComparison> plans = new HashMap<>();
    private final Set<String> ended = new HashSet<>();
    private long skipped;

    private Rederivation(Policy policy, Predicate<String> isMidway, boolean isOfLines) {
        this.isMidway = isMidway;
        this.derivation = isOfLines ? new LineDerivation(policy) : new TopicDerivation(policy, this::withheld);
    }

    /** Of a file in the order of the engine, which says when the wall clock advanced. {@code isMidway} says of a symbol that it is not compared. */
    public static Rederivation ofLines(Policy policy, Predicate<String> isMidway) {
        return new Rederivation(policy, isMidway, true);
    }

    /** Of topics. {@code isMidway} says of a symbol that the record begins in its middle: its commands are not compared. */
    public static Rederivation ofTopics(Policy policy, Predicate<String> isMidway) {
        return new Rederivation(policy, isMidway, false);
    }

    /** Takes one step of the record. */
    public void observe(Step step) {
        step.commands().forEach(this::recorded);
        derivation.commandsOf(step).stream()
                .filter(command -> !isMidway.test(command.path("symbol").asText()))
                .map(command -> Decision.of(command, "derived"))
                .forEach(this::derived);
    }

    private void recorded(AuditRecord output) {
        Optional<JsonNode> command = output.object();
        if (command.isEmpty() || isMidway.test(command.get().path("symbol").asText())) {
            skipped++;
            return;
        }
        Decision decision = Decision.of(command.get(), output.place());
        comparisonOf(decision).recorded(decision);
        endAt(decision);
    }

    private void derived(Decision decision) {
        comparisonOf(decision).derived(decision);
        endAt(decision);
    }

    private void withheld(Decision decision) {
        if (!isMidway.test(decision.symbol())) {
            comparisonOf(decision).withheld(decision);
        }
    }

    private PlanComparison comparisonOf(Decision decision) {
        return plans.computeIfAbsent(decision.planId(), id -> new PlanComparison(tally));
    }

    /** A plan that both sides cancelled is compared, and nothing of it is kept. */
    private void endAt(Decision decision) {
        if (decision.isCancel() && !ended.add(decision.planId())) {
            ended.remove(decision.planId());
            Optional.ofNullable(plans.remove(decision.planId())).ifPresent(PlanComparison::finish);
        }
    }

    /** No more steps come. */
    public Rederived finish() {
        plans.values().forEach(PlanComparison::finish);
        plans.clear();
        return tally.result(skipped);
    }

    @Override
    public void close() {
        derivation.close();
    }
}
