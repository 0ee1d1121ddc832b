package io.exitbrain.topology;

import io.exitbrain.domain.ExitRules;
import io.exitbrain.domain.Input;
import io.exitbrain.domain.Step;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Glue between the flow and the rules: read the symbol's state, ask the rules, forward what was decided, write the state.
 *
 * @param <V> the records' values
 * @param <I> what is decided on
 */
class Decide<V, I extends Input> implements Processor<@Nullable String, V, String, Object> {

    private final Engine engine;
    private final Opening<V, I> opening;
    private ProcessorContext<String, Object> context;
    private SymbolStates states;
    private Forward forward;

    Decide(Engine engine, Opening<V, I> opening) {
        this.engine = engine;
        this.opening = opening;
    }

    /** How a record's value becomes what was received. */
    @FunctionalInterface
    interface Opening<V, I> {

        Received<I> receive(@Nullable String key, V value, long timestamp, long nowMs);
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.states = context.getStateStore(ExitTopology.PLANS_STORE);
        this.forward = new Forward(context);
        states.startAnew();
    }

    @Override
    public void process(Record<@Nullable String, V> record) {
        long nowMs = context.currentSystemTimeMs();
        forward.begin(nowMs);
        opening.receive(record.key(), record.value(), record.timestamp(), nowMs)
                .handTo(new Desk(record.key(), record.timestamp(), nowMs));
    }

    /** What is done with the record at hand. */
    private final class Desk implements Received.Recipient<I> {

        private final @Nullable String key;
        private final long timestamp;
        private final long nowMs;

        Desk(@Nullable String key, long timestamp, long nowMs) {
            this.key = key;
            this.timestamp = timestamp;
            this.nowMs = nowMs;
        }

        @Override
        public void accept(I message) {
            String name = Objects.requireNonNull(key, "a message has its symbol as key");
            Known symbol = states.of(name, nowMs, engine);
            decide(symbol, message, timestamp);
            engine.vitals().processed(name);
        }

        @Override
        public void bury(byte @Nullable [] raw, String reason) {
            engine.vitals().deadLetter(nowMs);
            forward.letter(key, raw, reason, timestamp);
        }

        @Override
        public void sendRound(String symbol, byte @Nullable [] raw) {
            forward.round(symbol, raw, timestamp);
        }
    }

    /** Decides on {@code input} and forwards the decisions with {@code timestamp}, epoch milliseconds. */
    final void decide(Known symbol, Input input, long timestamp) {
        long nowMs = context.currentSystemTimeMs();
        Step step =
                ExitRules.decide(symbol.state(), input, symbol.around(engine).after(symbol.wallPassedMs(nowMs)));
        // said before it is kept: what a defect leaves unsaid must not count as said
        forward.all(step, input, timestamp);
        states.keep(symbol, step.state(), nowMs);
        engine.vitals().decided(step, nowMs);
    }

    @Override
    public void close() {
        forward.close();
    }

    final Engine engine() {
        return engine;
    }

    final ProcessorContext<String, Object> context() {
        return context;
    }

    final SymbolStates states() {
        return states;
    }
}
