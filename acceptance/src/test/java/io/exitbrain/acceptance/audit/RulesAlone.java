package io.exitbrain.acceptance.audit;

import io.exitbrain.domain.decision.Step;
import io.exitbrain.domain.input.ClockTick;
import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.FieldFault;
import io.exitbrain.domain.input.Input;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.rules.DecisionContext;
import io.exitbrain.domain.rules.ExitRules;
import io.exitbrain.domain.rules.InputRules;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.serdes.input.ExecutionReportReader;
import io.exitbrain.serdes.input.ExitContextReader;
import io.exitbrain.serdes.input.InstrumentReader;
import io.exitbrain.serdes.input.MessageReader;
import io.exitbrain.serdes.input.OrderFillReader;
import io.exitbrain.serdes.input.PositionReader;
import io.exitbrain.serdes.output.OutputSerdes;
import io.exitbrain.serdes.price.MarkPriceReader;
import io.exitbrain.serdes.state.SymbolStateSerde;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;

/** The rules without the topology. Between two steps it can keep only the stored bytes of the state, like an engine that crashes. */
final class RulesAlone implements EngineUnderTest {

    private static final Map<String, TopicRules<?>> TOPICS = Map.of(
            "order-fills", new TopicRules<>(new OrderFillReader(), ExitRules::onFill),
            "positions", new TopicRules<>(new PositionReader(), ExitRules::onPositions),
            "mark-prices", new TopicRules<>(new MarkPriceReader(), ExitRules::onPrice),
            "execution-reports", new TopicRules<>(new ExecutionReportReader(), ExitRules::onReport));

    /** How the records of an input topic are read and decided on. */
    private record TopicRules<I extends Input>(MessageReader<I> reader, InputRules<I> rules) {

        void take(Line line, RulesAlone alone, List<Line> outputs) {
            byte[] bytes = line.value()
                    .map(text -> text.getBytes(StandardCharsets.UTF_8))
                    .orElse(new byte[0]);
            reader.read(line.key().orElseThrow(), bytes, line.timestamp())
                    .fold(
                            accepted -> {
                                alone.decide(
                                        line.key().orElseThrow(),
                                        accepted.message(),
                                        accepted.faults(),
                                        rules,
                                        outputs);
                                return true;
                            },
                            refused -> false,
                            skipped -> false,
                            several -> false);
        }
    }

    private final boolean crashesAfterEachStep;
    private final Serde<SymbolState> stateSerde = new SymbolStateSerde();
    private final Map<String, SymbolState> states = new TreeMap<>();
    private final Map<String, Long> elapsedMs = new HashMap<>();
    private final Map<String, Instrument> instruments = new HashMap<>();
    private final Map<String, ExitContext> contexts = new HashMap<>();

    RulesAlone(boolean crashesAfterEachStep) {
        this.crashesAfterEachStep = crashesAfterEachStep;
    }

    @Override
    public List<Line> send(Line line) {
        List<Line> outputs = new ArrayList<>();
        if (line.isAdvance()) {
            states.keySet().forEach(symbol -> {
                elapsedMs.merge(symbol, line.timestamp(), Long::sum);
                decide(symbol, new ClockTick(), List.of(), ExitRules::onClock, outputs);
            });
        } else if (line.topic().equals("instruments")) {
            read(new InstrumentReader(), line)
                    .ifPresent(entry -> instruments.put(line.key().orElseThrow(), entry));
        } else if (line.topic().equals("exit-context")) {
            read(new ExitContextReader(), line)
                    .ifPresent(entry -> contexts.put(line.key().orElseThrow(), entry));
        } else {
            if (line.value().isPresent()) {
                Objects.requireNonNull(TOPICS.get(line.topic())).take(line, this, outputs);
            }
        }
        return outputs;
    }

    private static <T> Optional<T> read(MessageReader<T> reader, Line line) {
        if (line.value().isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = line.value().get().getBytes(StandardCharsets.UTF_8);
        return reader.read(line.key().orElseThrow(), bytes, line.timestamp())
                .<Optional<T>>fold(
                        accepted -> Optional.of(accepted.message()),
                        refused -> Optional.empty(),
                        skipped -> Optional.empty(),
                        several -> Optional.empty());
    }

    private <I extends Input> void decide(
            String symbol, I input, List<FieldFault> faults, InputRules<I> rules, List<Line> outputs) {
        ExitContext account = contexts.getOrDefault("*", ExitContext.NONE);
        DecisionContext context = new DecisionContext(
                Policy.DEFAULT,
                instruments.getOrDefault(symbol, Instrument.UNKNOWN),
                contexts.getOrDefault(symbol, ExitContext.NONE).over(account),
                elapsedMs.getOrDefault(symbol, 0L),
                0);
        SymbolState before = states.getOrDefault(symbol, SymbolState.unknown(symbol));
        Step step = rules.decide(before, input, faults, context);
        if (step.state().newestEventTime() > before.newestEventTime()) {
            elapsedMs.put(symbol, 0L);
        }
        states.put(symbol, crashesAfterEachStep ? restored(step.state()) : step.state());
        step.plans()
                .forEach(change -> outputs.add(Line.of(
                        "exit-plans",
                        change.key(),
                        change.plan()
                                .map(plan -> text(OutputSerdes.exitPlan(), plan))
                                .orElse("null"),
                        0)));
        step.commands()
                .forEach(command -> outputs.add(
                        Line.of("trailing-stop-commands", symbol, text(OutputSerdes.stopCommand(), command), 0)));
        step.events().forEach(event -> outputs.add(Line.of("exit-events", symbol, event.toString(), 0)));
    }

    private SymbolState restored(SymbolState state) {
        return stateSerde.deserializer().deserialize("", stateSerde.serializer().serialize("", state));
    }

    private static <T> String text(Serde<T> serde, T value) {
        return new String(serde.serializer().serialize("", value), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        stateSerde.close();
    }
}
