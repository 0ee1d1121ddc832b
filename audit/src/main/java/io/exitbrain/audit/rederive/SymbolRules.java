package io.exitbrain.audit.rederive;

import com.fasterxml.jackson.databind.JsonNode;
import io.exitbrain.audit.book.InputReading;
import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.audit.steps.Step;
import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.domain.input.ClockTick;
import io.exitbrain.domain.input.ExecutionReport;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.input.Input;
import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.domain.input.PositionUpdate;
import io.exitbrain.domain.input.SymbolPositions;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.rules.DecisionContext;
import io.exitbrain.domain.rules.ExitRules;
import io.exitbrain.domain.value.Action;
import io.exitbrain.domain.value.Reason;
import io.exitbrain.topology.context.FlowContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The rules of the engine on one symbol. What the record tells of the engine's clock counts. */
final class SymbolRules {

    /** More than a position lives without any record. */
    private static final long MAX_ELAPSED_MS = 366L * 24 * 3_600_000;

    private final String symbol;
    private final FlowContext flow;
    private final Consumer<Decision> withheld;
    private SymbolState state;
    private SymbolPositions positions = SymbolPositions.NONE;

    SymbolRules(String symbol, FlowContext flow, Consumer<Decision> withheld) {
        this.symbol = symbol;
        this.flow = flow;
        this.withheld = withheld;
        this.state = SymbolState.unknown(symbol);
    }

    List<StopCommand> commandsOf(Step step) {
        List<Input> messages = step.reading().kind() == InputReading.Kind.CLOCK
                ? List.of(new ClockTick())
                : step.reading().messages();
        List<StopCommand> commands = new ArrayList<>();
        for (Input message : messages) {
            commands.addAll(commandsOf(message, step));
        }
        return commands;
    }

    private List<StopCommand> commandsOf(Input message, Step step) {
        DecisionContext context = flow.contextOf(symbol).context();
        long elapsedMs = elapsedMs(step);
        Input known = joined(message);
        io.exitbrain.domain.decision.Step decided = decide(known, context.after(elapsedMs, 0));
        List<StopCommand> unsent = unsent(decided.commands(), step);
        Optional<Long> presentMs = flow.policy().stop().presentMs();
        if (!unsent.isEmpty() && presentMs.isPresent()) {
            // The record does not tell the age of an input. That its MOVE was not sent tells that it was history.
            decided = decide(known, context.after(elapsedMs, presentMs.get() + 1));
            unsent.stream()
                    .flatMap(command -> Derived.command(command).stream())
                    .forEach(command -> withheld.accept(Decision.of(command, "derived")));
        }
        state = decided.state();
        return decided.commands();
    }

    /** The time of an output is that of the newest input, and the wall time since then. */
    private long elapsedMs(Step step) {
        long elapsed = step.outputs().stream()
                        .flatMap(output -> output.object().stream())
                        .mapToLong(output -> output.path("time").asLong(0))
                        .max()
                        .orElse(0)
                - state.newestEventTime();
        return elapsed > 0 && elapsed < MAX_ELAPSED_MS ? elapsed : 0;
    }

    /** A fill knows the leverage of the newest row, as in the engine. */
    private Input joined(Input message) {
        if (message instanceof PositionUpdate update) {
            positions = positions.with(update);
        }
        return message instanceof Fill fill ? fill.withLeverageFrom(positions) : message;
    }

    private io.exitbrain.domain.decision.Step decide(Input message, DecisionContext context) {
        if (message instanceof Fill fill) {
            return ExitRules.onFill(state, fill, List.of(), context);
        } else if (message instanceof PositionUpdate update) {
            return ExitRules.onPositions(state, update, List.of(), context);
        } else if (message instanceof MarkPrice price) {
            return ExitRules.onPrice(state, price, List.of(), context);
        } else if (message instanceof ExecutionReport report) {
            return ExitRules.onReport(state, report, List.of(), context);
        }
        return ExitRules.onClock(state, new ClockTick(), List.of(), context);
    }

    /** The MOVEs of the trail of which the record has none in this step. */
    private static List<StopCommand> unsent(List<StopCommand> derived, Step step) {
        return derived.stream()
                .filter(command -> command.action() == Action.MOVE && command.reason() == Reason.TRAIL)
                .filter(command -> step.commands().stream()
                        .map(AuditRecord::object)
                        .flatMap(Optional::stream)
                        .noneMatch(sent -> isMoveOf(command, sent)))
                .toList();
    }

    private static boolean isMoveOf(StopCommand command, JsonNode sent) {
        return sent.path("planId").asText().equals(command.planId())
                && sent.path("action").asText().equals("MOVE");
    }
}
