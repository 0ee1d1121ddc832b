package io.exitbrain.acceptance.audit;

import io.exitbrain.domain.Circumstances;
import io.exitbrain.domain.ClockTick;
import io.exitbrain.domain.Context;
import io.exitbrain.domain.ExitRules;
import io.exitbrain.domain.Input;
import io.exitbrain.domain.Instrument;
import io.exitbrain.domain.Policy;
import io.exitbrain.domain.Step;
import io.exitbrain.domain.SymbolState;
import io.exitbrain.serdes.ExecutionReportReader;
import io.exitbrain.serdes.ExitContextReader;
import io.exitbrain.serdes.InstrumentReader;
import io.exitbrain.serdes.MarkPriceReader;
import io.exitbrain.serdes.MessageReader;
import io.exitbrain.serdes.OrderFillReader;
import io.exitbrain.serdes.OutputSerdes;
import io.exitbrain.serdes.PositionReader;
import io.exitbrain.serdes.SymbolStateSerde;
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

    private static final Map<String, MessageReader<? extends Input>> READERS = Map.of(
            "order-fills", new OrderFillReader(),
            "positions", new PositionReader(),
            "mark-prices", new MarkPriceReader(),
            "execution-reports", new ExecutionReportReader());

    private final boolean crashesAfterEachStep;
    private final Serde<SymbolState> stateSerde = new SymbolStateSerde();
    private final Map<String, SymbolState> states = new TreeMap<>();
    private final Map<String, Long> passedMs = new HashMap<>();
    private final Map<String, Instrument> instruments = new HashMap<>();
    private final Map<String, Context> contexts = new HashMap<>();

    RulesAlone(boolean crashesAfterEachStep) {
        this.crashesAfterEachStep = crashesAfterEachStep;
    }

    @Override
    public List<Line> send(Line line) {
        List<Line> outputs = new ArrayList<>();
        if (line.isAdvance()) {
            states.keySet().forEach(symbol -> {
                passedMs.merge(symbol, line.timestamp(), Long::sum);
                decide(symbol, new ClockTick(), outputs);
            });
        } else if (line.topic().equals("instruments")) {
            read(new InstrumentReader(), line)
                    .ifPresent(entry -> instruments.put(line.key().orElseThrow(), entry));
        } else if (line.topic().equals("exit-context")) {
            read(new ExitContextReader(), line)
                    .ifPresent(entry -> contexts.put(line.key().orElseThrow(), entry));
        } else {
            read(Objects.requireNonNull(READERS.get(line.topic())), line)
                    .ifPresent(input -> decide(line.key().orElseThrow(), input, outputs));
        }
        return outputs;
    }

    private static <T> Optional<T> read(MessageReader<T> reader, Line line) {
        if (line.value().isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = line.value().get().getBytes(StandardCharsets.UTF_8);
        return reader.read(line.key().orElseThrow(), bytes, line.timestamp())
                .<Optional<T>>fold(accepted -> Optional.of(accepted.message()), refused -> Optional.empty());
    }

    private void decide(String symbol, Input input, List<Line> outputs) {
        Context account = contexts.getOrDefault("*", Context.NONE);
        Circumstances around = new Circumstances(
                Policy.DEFAULT,
                instruments.getOrDefault(symbol, Instrument.UNKNOWN),
                contexts.getOrDefault(symbol, Context.NONE).over(account),
                passedMs.getOrDefault(symbol, 0L));
        SymbolState before = states.getOrDefault(symbol, SymbolState.unknown(symbol));
        Step step = ExitRules.decide(before, input, around);
        if (step.state().newestEventTime() > before.newestEventTime()) {
            passedMs.put(symbol, 0L);
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
