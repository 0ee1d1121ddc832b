package io.exitbrain.audit.rederive;

import com.fasterxml.jackson.databind.JsonNode;
import io.exitbrain.audit.book.InputReading;
import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.audit.steps.Step;
import io.exitbrain.domain.policy.Mode;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.replay.DirectFlow;
import io.exitbrain.topology.replay.FlowDriver;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Gives the inputs of each step to the engine's topology, which runs without a broker, and compares the commands. */
public final class Rederivation implements AutoCloseable {

    private static final long TICK_MS = 1_000;
    /** A longer silence is one step of the clock, for speed. */
    private static final long SILENCE_MS = 60_000;

    private final Policy policy;
    private final Predicate<String> isMidway;
    private final boolean hasClockLines;
    private final Tally tally = new Tally();
    private final Map<String, PlanComparison> plans = new HashMap<>();
    private final Set<String> ended = new HashSet<>();
    private Optional<FlowDriver> driver = Optional.empty();
    private long wallClockMs;
    private long skipped;

    /**
     * A comparison under {@code policy}.
     *
     * @param isMidway says of a symbol that the record begins in its middle: its commands are not compared
     * @param hasClockLines whether the record says when the wall clock advanced; else it follows the timestamps
     */
    public Rederivation(Policy policy, Predicate<String> isMidway, boolean hasClockLines) {
        this.policy = policy;
        this.isMidway = isMidway;
        this.hasClockLines = hasClockLines;
    }

    /** Takes one step of the record. */
    public void observe(Step step) {
        step.commands().forEach(this::recorded);
        if (step.input().isClock()) {
            clock(step);
        } else if (isSent(step)) {
            follow(step.timestamp());
            AuditRecord input = step.input();
            started(input.timestamp()).send(input.topic(), input.key(), input.value(), input.timestamp());
        }
        driver.ifPresent(this::derived);
    }

    /** A message that takes effect elsewhere is a record of its own there, except in a file of lines. */
    private boolean isSent(Step step) {
        return hasClockLines || step.reading().kind() != InputReading.Kind.ELSEWHERE;
    }

    private void clock(Step step) {
        if (hasClockLines) {
            started(0).advanceWallClock(step.input().timestamp());
        } else {
            follow(step.timestamp());
        }
    }

    private void follow(long timestamp) {
        if (driver.isEmpty() || hasClockLines) {
            return;
        }
        long ahead = timestamp - wallClockMs;
        while (ahead > 0) {
            long tick = ahead > SILENCE_MS ? ahead - SILENCE_MS : Math.min(TICK_MS, ahead);
            driver.get().advanceWallClock(tick);
            wallClockMs += tick;
            ahead -= tick;
        }
    }

    private FlowDriver started(long timestamp) {
        if (driver.isEmpty()) {
            driver = Optional.of(DirectFlow.start(FlowContext.with(policy), timestamp));
            wallClockMs = timestamp;
        }
        return driver.get();
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

    private void derived(FlowDriver engine) {
        String topic = policy.mode() == Mode.SHADOW ? "shadow.trailing-stop-commands" : "trailing-stop-commands";
        for (FlowDriver.Emitted emitted : engine.emitted()) {
            if (emitted.topic().equals(topic)) {
                AuditRecord.at("derived", topic, emitted.key(), emitted.value(), Optional.empty(), emitted.timestamp())
                        .object()
                        .filter(command -> !isMidway.test(command.path("symbol").asText()))
                        .map(command -> Decision.of(command, "derived"))
                        .ifPresent(this::derived);
            }
        }
    }

    private void derived(Decision decision) {
        comparisonOf(decision).derived(decision);
        endAt(decision);
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
        driver.ifPresent(FlowDriver::close);
    }
}
