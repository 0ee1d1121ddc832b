package io.exitbrain.topology.replay;

import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.input.Input;
import io.exitbrain.domain.input.PositionUpdate;
import io.exitbrain.domain.input.SymbolPositions;
import io.exitbrain.domain.rules.ExitRules;
import io.exitbrain.domain.rules.InputRules;
import io.exitbrain.serdes.input.ExecutionReportReader;
import io.exitbrain.serdes.input.MessageReader;
import io.exitbrain.serdes.input.OrderFillReader;
import io.exitbrain.serdes.input.PositionReader;
import io.exitbrain.serdes.input.Reading;
import io.exitbrain.serdes.price.MarkPriceReader;
import io.exitbrain.serdes.price.PlainPrice;
import io.exitbrain.topology.ExitTopology;
import io.exitbrain.topology.Topics;
import io.exitbrain.topology.Topics.Topic;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.context.ReferenceTable;
import io.exitbrain.topology.fast.state.MemoryStates;
import io.exitbrain.topology.flow.DecideProcessor;
import io.exitbrain.topology.flow.DistributeProcessor;
import io.exitbrain.topology.flow.ParsedRecord;
import io.exitbrain.topology.flow.RecordTime;
import io.exitbrain.topology.flow.TrailStopsProcessor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * The flow of {@link ExitTopology} without Kafka Streams: the same readers, processors and rules, called directly. It writes the same bytes
 * as {@link ReplayDriver} and takes a small part of its time. A defect of the engine stops it, where Streams would write a dead letter.
 */
public final class DirectFlow implements FlowDriver {

    private final FlowContext flow;
    private final MemoryStates states;
    private final DirectSinks sinks;
    private final DirectContext context;
    private final DirectInputs inputs;
    private final Map<String, SymbolPositions> positions = new HashMap<>();
    private final PlainPrice price = new PlainPrice();
    private final DirectInput prices;

    private DirectFlow(FlowContext flow, Topics topics, long wallClockMs) {
        this.flow = flow;
        this.states = new MemoryStates(ExitTopology.PLANS_STORE, flow);
        this.sinks = new DirectSinks(topics);
        this.context = new DirectContext(states, sinks, wallClockMs);
        this.inputs = new DirectInputs(context, sinks);
        decide(topics.orderFills(), new OrderFillReader(), ExitRules::onFill, this::withLeverage);
        decide(topics.positions(), new PositionReader(), ExitRules::onPositions, this::collected);
        decide(topics.executionReports(), new ExecutionReportReader(), ExitRules::onReport, UnaryOperator.identity());
        this.prices = trail(topics.markPrices());
        table(topics.instruments(), flow.reference().instruments());
        table(topics.exitContext(), flow.reference().contexts());
        distribute(topics.exchangeEvents());
    }

    /** Starts with the wall clock at {@code wallClockMs}, epoch milliseconds. */
    public static DirectFlow start(FlowContext flow, long wallClockMs) {
        return new DirectFlow(flow, Topics.of(flow.policy().mode()), wallClockMs);
    }

    private <I extends Input> void decide(
            Topic<byte[]> topic, MessageReader<I> reader, InputRules<I> rules, UnaryOperator<I> change) {
        DecideProcessor<I> processor = new DecideProcessor<>(flow, ExitTopology.PLANS_STORE, rules);
        processor.init(context);
        parse(
                topic,
                reader,
                record -> processor.process(record.withValue(record.value().with(change))));
    }

    private DirectInput trail(Topic<byte[]> topic) {
        TrailStopsProcessor processor = new TrailStopsProcessor(flow, ExitTopology.PLANS_STORE);
        processor.init(context);
        return parse(topic, new MarkPriceReader(), processor::process);
    }

    private void distribute(Topic<byte[]> topic) {
        if (flow.readsExchangeEvents()) {
            DistributeProcessor processor = new DistributeProcessor(flow, topic.name());
            processor.init(context);
            inputs.stream(topic.name(), processor::process);
        }
    }

    private <I> DirectInput parse(
            Topic<byte[]> topic,
            MessageReader<I> reader,
            Consumer<Record<@Nullable String, ParsedRecord<I>>> processor) {
        Consumer<Record<@Nullable String, byte @Nullable []>> parser = record -> {
            byte @Nullable [] raw = record.value();
            Reading<I> reading = reader.read(record.key(), raw, record.timestamp());
            processor.accept(record.withValue(ParsedRecord.of(reading, raw)));
        };
        return inputs.stream(topic.name(), parser);
    }

    private <T> void table(Topic<byte[]> topic, ReferenceTable<T> table) {
        Consumer<Record<@Nullable String, byte @Nullable []>> processor = record -> {
            if (record.key() != null) {
                table.changed(record.key(), record.value(), record.timestamp());
            }
        };
        inputs.table(topic.name(), processor);
    }

    private Fill withLeverage(Fill fill) {
        SymbolPositions held = positions.get(fill.symbol());
        return held == null ? fill : fill.withLeverageFrom(held);
    }

    private PositionUpdate collected(PositionUpdate update) {
        positions.put(
                update.symbol(),
                positions.getOrDefault(update.symbol(), SymbolPositions.NONE).with(update));
        return update;
    }

    /**
     * Takes a price that needs no decision; false if it needs one, or is no plain price, and nothing was done. The arrays must not change
     * afterwards.
     *
     * @param timestamp epoch milliseconds of our time
     */
    boolean absorb(byte[] key, byte[] value, long timestamp) {
        if (RecordTime.isNone(timestamp) || !price.read(value, key, timestamp)) {
            return false;
        }
        long nowMs = context.currentSystemTimeMs();
        boolean isQuiet = states.absorb(key, price.unscaled(), price.scale(), price.time(), timestamp, nowMs);
        if (isQuiet) {
            prices.passed(timestamp);
        }
        return isQuiet;
    }

    @Override
    public void send(String topic, Optional<String> key, Optional<byte[]> value, long timestamp) {
        inputs.process(new ProducerRecord<>(topic, 0, timestamp, key.orElse(null), value.orElse(null)));
    }

    @Override
    public void advanceWallClock(long milliseconds) {
        context.advance(milliseconds);
    }

    @Override
    public List<Emitted> emitted() {
        return sinks.takeOutputs();
    }

    @Override
    public void close() {
        states.close();
    }
}
