package io.exitbrain.topology.flow;

import io.exitbrain.domain.input.FieldFault;
import io.exitbrain.domain.input.Input;
import io.exitbrain.domain.rules.InputRules;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.state.SymbolStates;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Applies the rules to the messages of one input. It sends bad records to the dead letters, and records without a key to the partition of
 * their symbol.
 *
 * @param <I> the kind of input
 */
public final class DecideProcessor<I extends Input>
        implements Processor<@Nullable String, ParsedRecord<I>, String, Object> {

    private final FlowContext flow;
    private final String storeName;
    private final InputRules<I> rules;
    private ProcessorContext<String, Object> context;
    private SymbolStates states;
    private Emitter emitter;
    private Decider decider;

    public DecideProcessor(FlowContext flow, String storeName, InputRules<I> rules) {
        this.flow = flow;
        this.storeName = storeName;
        this.rules = rules;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.states = context.getStateStore(storeName);
        this.emitter = new Emitter(context);
        this.decider = new Decider(states, emitter, flow.vitals());
        states.reset();
    }

    @Override
    public void process(Record<@Nullable String, ParsedRecord<I>> record) {
        long nowMs = context.currentSystemTimeMs();
        emitter.processing(nowMs);
        record.value().handleBy(new RecordHandler(record.key(), record.timestamp(), nowMs));
    }

    /** Handles one record. */
    private final class RecordHandler implements ParsedRecord.Handler<I> {

        private final @Nullable String key;
        private final long timestamp;
        private final long nowMs;

        RecordHandler(@Nullable String key, long timestamp, long nowMs) {
            this.key = key;
            this.timestamp = timestamp;
            this.nowMs = nowMs;
        }

        @Override
        public void message(I message, List<FieldFault> faults) {
            String symbol = Objects.requireNonNull(key, "a message has its symbol as key");
            decider.decide(states.of(symbol, nowMs), message, faults, rules, timestamp, nowMs);
            flow.vitals().processed(symbol);
        }

        @Override
        public void deadLetter(byte @Nullable [] raw, String reason) {
            flow.vitals().deadLetter(nowMs);
            emitter.deadLetter(key, raw, reason, timestamp);
        }

        @Override
        public void rekey(String symbol, byte @Nullable [] raw) {
            emitter.rekey(symbol, raw, timestamp);
        }
    }

    SymbolStates states() {
        return states;
    }

    Decider decider() {
        return decider;
    }

    @Override
    public void close() {
        emitter.close();
    }
}
