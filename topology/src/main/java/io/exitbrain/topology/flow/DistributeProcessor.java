package io.exitbrain.topology.flow;

import io.exitbrain.serdes.input.ExchangeEventReader;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.vitals.InputVitals;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Sends each message in a record of {@code exchange-events} to its own topic, under its symbol and in our own form. It has no state. */
public final class DistributeProcessor
        implements Processor<@Nullable String, byte @Nullable [], @Nullable String, @Nullable Object> {

    private final ExchangeEventReader reader = new ExchangeEventReader();
    private final FlowContext flow;
    private final InputVitals input;
    private ProcessorContext<@Nullable String, @Nullable Object> context;
    private Emitter emitter;
    private Router router;

    /** A processor of the records of {@code topic}. */
    public DistributeProcessor(FlowContext flow, String topic) {
        this.flow = flow;
        this.input = flow.vitals().input(topic);
    }

    @Override
    public void init(ProcessorContext<@Nullable String, @Nullable Object> context) {
        this.context = context;
        this.emitter = new Emitter(context, Sinks.OF_EXCHANGE_EVENTS, flow);
        this.router = new Router(emitter, flow.vitals(), false);
    }

    @Override
    public void process(Record<@Nullable String, byte @Nullable []> record) {
        long nowMs = context.currentSystemTimeMs();
        input.received(1, record.timestamp());
        emitter.processing(record, nowMs);
        router.distribute(record, record.value(), reader.read(record.key(), record.value(), record.timestamp()), nowMs);
    }

    @Override
    public void close() {
        emitter.close();
    }
}
