package io.exitbrain.topology.flow;

import io.exitbrain.domain.input.Input;
import io.exitbrain.domain.rules.InputRules;
import io.exitbrain.serdes.feed.Element;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.state.SymbolEntry;
import io.exitbrain.topology.state.SymbolStates;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Applies the rules to the messages of one input. It sends bad records to the dead letters, and messages that belong to another key,
 * topic or partition there.
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
    private Router router;
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
        this.emitter = new Emitter(context, Sinks.OF_DECISIONS, flow);
        this.router = new Router(emitter, flow.vitals(), flow.isShadow());
        this.decider = new Decider(states, emitter, flow);
        states.reset();
    }

    @Override
    public void process(Record<@Nullable String, ParsedRecord<I>> record) {
        long nowMs = context.currentSystemTimeMs();
        emitter.processing(record, nowMs);
        record.value().handleBy(new RecordHandler(record, nowMs));
    }

    /** Handles one record. */
    private final class RecordHandler implements ParsedRecord.Handler<I> {

        private final Record<@Nullable String, ParsedRecord<I>> record;
        private final long nowMs;

        RecordHandler(Record<@Nullable String, ParsedRecord<I>> record, long nowMs) {
            this.record = record;
            this.nowMs = nowMs;
        }

        @Override
        public void message(ParsedRecord.Message<I> parsed) {
            String key = Objects.requireNonNull(record.key(), "a message has its symbol as key");
            SymbolEntry symbol = states.of(key, nowMs);
            if (symbol.isForeign()) {
                router.away(key, parsed.raw(), record.timestamp(), nowMs);
            } else {
                decider.decide(symbol, parsed.message(), parsed.faults(), rules, record.timestamp(), nowMs);
            }
            flow.vitals().processed(key);
        }

        @Override
        public void deadLetter(byte @Nullable [] raw, String reason) {
            flow.vitals().deadLetter(emitter.topic(), nowMs);
            emitter.deadLetter(record.key(), raw, reason, record.timestamp());
        }

        @Override
        public void skipped(String dialect, String kind) {
            flow.vitals().skipped(dialect, kind);
        }

        @Override
        public void several(byte @Nullable [] raw, List<Element> elements) {
            router.several(record, raw, elements, nowMs);
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
        states.ended();
        emitter.close();
    }
}
