package io.exitbrain.topology;

import io.exitbrain.domain.ExitRules;
import io.exitbrain.domain.Input;
import io.exitbrain.domain.Step;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Glue between the flow and the rules: read the symbol's state, ask the rules, write the state, forward what was decided. */
class Decide<I extends Input> implements Processor<@Nullable String, Received<I>, String, Outcome> {

    private final Engine engine;
    private ProcessorContext<String, Outcome> context;
    private SymbolStates states;
    private Forward forward;

    Decide(Engine engine) {
        this.engine = engine;
    }

    @Override
    public void init(ProcessorContext<String, Outcome> context) {
        this.context = context;
        this.states = context.getStateStore(ExitTopology.PLANS_STORE);
        this.forward = new Forward(context);
        states.startAnew();
    }

    @Override
    public void process(Record<@Nullable String, Received<I>> record) {
        record.value().handTo(new Desk(record));
    }

    /** What is done with the record at hand. */
    private final class Desk implements Received.Recipient<I> {

        private final Record<@Nullable String, Received<I>> record;

        Desk(Record<@Nullable String, Received<I>> record) {
            this.record = record;
        }

        @Override
        public void accept(I message) {
            String key = Objects.requireNonNull(record.key(), "a message has its symbol as key");
            long nowMs = context.currentSystemTimeMs();
            Known symbol = states.of(key, nowMs, engine);
            if (!passesBy(symbol, message, nowMs)) {
                decide(symbol, message, record.timestamp());
            }
            engine.vitals().processed(key);
        }

        @Override
        public void bury(byte @Nullable [] raw, String reason) {
            engine.vitals().deadLetter(context.currentSystemTimeMs());
            forward.letter(record.key(), raw, reason, record.timestamp());
        }

        @Override
        public void sendRound(String symbol, byte @Nullable [] raw) {
            forward.round(symbol, raw, record.timestamp());
        }
    }

    /** Whether {@code message} changes nothing that has to be decided, written or said; then it has been taken note of. */
    boolean passesBy(Known symbol, I message, long nowMs) {
        return false;
    }

    /** Decides on {@code input} and forwards the decisions with {@code timestamp}, epoch milliseconds. */
    final void decide(Known symbol, Input input, long timestamp) {
        long nowMs = context.currentSystemTimeMs();
        Step step =
                ExitRules.decide(symbol.state(), input, symbol.around(engine).after(symbol.wallPassedMs(nowMs)));
        states.keep(symbol, step.state(), nowMs);
        engine.vitals().decided(step, nowMs);
        forward.all(step, input, timestamp);
    }

    final Engine engine() {
        return engine;
    }

    final ProcessorContext<String, Outcome> context() {
        return context;
    }

    final SymbolStates states() {
        return states;
    }
}
