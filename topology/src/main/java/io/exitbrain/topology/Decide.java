package io.exitbrain.topology;

import io.exitbrain.domain.ExitRules;
import io.exitbrain.domain.Input;
import io.exitbrain.domain.Step;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Glue between the flow and the rules: read the symbol's state, ask the rules, write the state, forward what was decided. */
class Decide<I extends Input> implements Processor<String, I, String, Outcome> {

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
    public void process(Record<String, I> record) {
        long nowMs = context.currentSystemTimeMs();
        Known symbol = states.of(record.key(), nowMs, engine);
        decide(symbol, record.value(), record.timestamp());
        engine.vitals().processed(record.key());
    }

    /** Decides on {@code input} and forwards the decisions with {@code timestamp}, epoch milliseconds. */
    final void decide(Known symbol, Input input, long timestamp) {
        Step step = ExitRules.decide(symbol.state(), input, symbol.around(engine));
        states.keep(symbol, step.state(), context.currentSystemTimeMs());
        engine.vitals().decided(step, context.currentSystemTimeMs());
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
