package io.exitbrain.audit.rederive;

import com.fasterxml.jackson.databind.JsonNode;
import io.exitbrain.audit.book.InputReading;
import io.exitbrain.audit.book.ObservedPlan;
import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.audit.steps.Step;
import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.context.FlowContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The inputs of topics through the rules, symbol by symbol. The outputs tell when the engine had read what its topics do not order. */
final class TopicDerivation implements Derivation {

    private final FlowContext flow;
    private final Consumer<Decision> withheld;
    private final HeldFilters filters = new HeldFilters();
    private final Map<String, SymbolRules> symbols = new HashMap<>();

    /** {@code withheld} gets each MOVE that the engine did not send because it was catching up. */
    TopicDerivation(Policy policy, Consumer<Decision> withheld) {
        this.flow = FlowContext.with(policy);
        this.withheld = withheld;
    }

    @Override
    public List<JsonNode> commandsOf(Step step) {
        if (step.reading().kind() == InputReading.Kind.GLOBAL) {
            global(step.input());
            return List.of();
        }
        Optional<String> symbol = step.reading().symbol().or(() -> symbolOf(step));
        return symbol.map(name -> commandsOf(name, step)).orElse(List.of());
    }

    private void global(AuditRecord entry) {
        if (entry.topic().equals("instruments")) {
            filters.add(entry);
        } else {
            entry.key()
                    .ifPresent(key -> flow.reference()
                            .contexts()
                            .changed(key, entry.value().orElse(null), entry.timestamp()));
        }
    }

    private List<JsonNode> commandsOf(String symbol, Step step) {
        filters.toldBy(symbol, step)
                .forEach(entry -> flow.reference()
                        .instruments()
                        .changed(symbol, entry.value().orElse(null), entry.timestamp()));
        List<StopCommand> commands = symbols.computeIfAbsent(symbol, name -> new SymbolRules(name, flow, withheld))
                .commandsOf(step);
        return commands.stream()
                .flatMap(command -> Derived.command(command).stream())
                .toList();
    }

    /** The wall clock has no symbol, but its outputs have. */
    private static Optional<String> symbolOf(Step step) {
        return step.outputs().stream()
                .flatMap(output -> output.key().stream())
                .map(ObservedPlan::symbolOf)
                .findFirst();
    }

    @Override
    public void close() {}
}
