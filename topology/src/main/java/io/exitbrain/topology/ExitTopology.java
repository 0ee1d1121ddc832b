package io.exitbrain.topology;

import static org.apache.kafka.streams.kstream.Named.as;

import io.exitbrain.domain.input.ExecutionReport;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.input.Input;
import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.domain.input.PositionUpdate;
import io.exitbrain.domain.input.SymbolPositions;
import io.exitbrain.domain.rules.ExitRules;
import io.exitbrain.domain.rules.InputRules;
import io.exitbrain.serdes.input.ExecutionReportReader;
import io.exitbrain.serdes.input.MessageReader;
import io.exitbrain.serdes.input.OrderFillReader;
import io.exitbrain.serdes.input.PositionReader;
import io.exitbrain.serdes.price.MarkPriceReader;
import io.exitbrain.serdes.state.SymbolPositionsSerde;
import io.exitbrain.topology.Topics.Topic;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.context.GlobalTableProcessor;
import io.exitbrain.topology.context.Lane;
import io.exitbrain.topology.context.ReferenceTable;
import io.exitbrain.topology.fast.filter.PriceBatch;
import io.exitbrain.topology.fast.filter.QuietPriceFilter;
import io.exitbrain.topology.fast.state.CachedStates;
import io.exitbrain.topology.flow.DecideProcessor;
import io.exitbrain.topology.flow.DistributeProcessor;
import io.exitbrain.topology.flow.ParseProcessor;
import io.exitbrain.topology.flow.ParsedRecord;
import io.exitbrain.topology.flow.RecordTime;
import io.exitbrain.topology.flow.TrailStopsProcessor;
import io.exitbrain.topology.state.StoredStates;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Joined;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.Stores;

/**
 * The whole flow, top to bottom. Every node and store has an explicit name, because the names of internal topics derive from them.
 *
 * <pre>
 * order-fills -> parse --+- leftJoin -> plan-new-fills --+
 * positions -> parse -> symbol-positions (table)         |           +-> exit-plans
 *     +----------------> protect-orphans ----------------+-- store --+-> trailing-stop-commands
 * mark-prices -> filter-quiet-prices -> parse -> trail-stops         +-> exit-events
 * execution-reports -> parse -> confirm-stops -----------+           +-> dead-letters
 * instruments, exit-context: global tables, read by the four deciding processors
 *
 * exchange-events -> distribute-exchange-events -> order-fills, positions, mark-prices, execution-reports, instruments
 * </pre>
 * A message that came under another key, on another topic or partition than its own is sent there.
 * The plain lane has no {@code filter-quiet-prices}: every price goes through the rules.
 */
public final class ExitTopology {

    /** The store of the state of every symbol. */
    public static final String PLANS_STORE = "exit-plans";

    public static final String POSITIONS_STORE = "symbol-positions";

    private static final String PLAN_NEW_FILLS = "plan-new-fills";
    private static final String PROTECT_ORPHANS = "protect-orphans";
    private static final String CONFIRM_STOPS = "confirm-stops";
    private static final String TRAIL_STOPS = "trail-stops";
    private static final String DISTRIBUTE_EVENTS = "distribute-exchange-events";

    private final StreamsBuilder builder;
    private final Topics topics;
    private final FlowContext flow;

    private ExitTopology(FlowContext flow, Properties config) {
        this.builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(config)));
        this.topics = Topics.of(flow.policy().mode());
        this.flow = flow;
    }

    /**
     * The flow in the mode of its policy. The live flow sends messages that came under another key, topic or partition to their own. The
     * shadow flow writes only shadow topics and skips those messages.
     */
    public static Topology of(FlowContext flow, Properties config) {
        return new ExitTopology(flow, config).build(config);
    }

    private Topology build(Properties config) {
        boolean isFast = flow.lane() == Lane.FAST;
        builder.addStateStore(
                isFast ? CachedStates.builder(PLANS_STORE, flow) : StoredStates.builder(PLANS_STORE, flow));
        global(topics.instruments(), flow.reference().instruments());
        global(topics.exitContext(), flow.reference().contexts());

        KStream<String, ParsedRecord<Fill>> fills =
                parsed(read(topics.orderFills()), topics.orderFills(), new OrderFillReader());
        KStream<String, ParsedRecord<PositionUpdate>> positions =
                parsed(read(topics.positions()), topics.positions(), new PositionReader());
        KStream<String, ParsedRecord<ExecutionReport>> reports =
                parsed(read(topics.executionReports()), topics.executionReports(), new ExecutionReportReader());
        KStream<String, ParsedRecord<MarkPrice>> prices = parsed(
                isFast ? withoutQuiet(topics.markPrices()) : read(topics.markPrices()),
                topics.markPrices(),
                new MarkPriceReader());

        KStream<String, ParsedRecord<Fill>> knownFills = fills.leftJoin(
                collected(positions),
                (fill, held) -> held == null ? fill : fill.with(message -> message.withLeverageFrom(held)),
                Joined.<String, ParsedRecord<Fill>, SymbolPositions>as("join-positions"));

        decide(knownFills, ExitRules::onFill, PLAN_NEW_FILLS);
        decide(positions, ExitRules::onPositions, PROTECT_ORPHANS);
        decide(reports, ExitRules::onReport, CONFIRM_STOPS);
        prices.process(() -> new TrailStopsProcessor(flow, PLANS_STORE), as(TRAIL_STOPS), PLANS_STORE);
        if (flow.readsExchangeEvents()) {
            // A sub-topology of its own: the topic can have another number of partitions than the others.
            read(topics.exchangeEvents())
                    .process(
                            () -> new DistributeProcessor(
                                    flow, topics.exchangeEvents().name()),
                            as(DISTRIBUTE_EVENTS));
        }
        Topology built = builder.build(config);
        SinkNodes sinks = new SinkNodes(built, topics, flow);
        sinks.ofDecisions(PLAN_NEW_FILLS, PROTECT_ORPHANS, CONFIRM_STOPS, TRAIL_STOPS);
        sinks.ofExchangeEvents(DISTRIBUTE_EVENTS);
        return built;
    }

    private KStream<String, byte[]> read(Topic<byte[]> topic) {
        return read(topic, topic.value());
    }

    private <V> KStream<String, V> read(Topic<byte[]> topic, Serde<V> value) {
        return builder.stream(
                topic.name(),
                Consumed.with(topic.key(), value)
                        .withTimestampExtractor(new RecordTime())
                        .withName(topic.name()));
    }

    /** The prices of the topic that need a decision. */
    private KStream<String, byte[]> withoutQuiet(Topic<byte[]> topic) {
        return read(topic, PriceBatch.serde(flow.requiresBatches()))
                .process(
                        () -> new QuietPriceFilter(flow, PLANS_STORE, topic.name()),
                        as("filter-quiet-prices"),
                        PLANS_STORE);
    }

    /** The parsed records of the topic. */
    private <T> KStream<String, ParsedRecord<T>> parsed(
            KStream<String, byte[]> records, Topic<byte[]> topic, MessageReader<T> reader) {
        return records.processValues(
                () -> new ParseProcessor<>(reader, flow.vitals().input(topic.name())), as("parse-" + topic.name()));
    }

    /** The table of positions by symbol, with all sides of a symbol in one value. Fills are joined with it. */
    private KTable<String, SymbolPositions> collected(KStream<String, ParsedRecord<PositionUpdate>> positions) {
        return positions
                .filter((symbol, record) -> record instanceof ParsedRecord.Message, as("good-positions"))
                .groupByKey(Grouped.as("by-symbol"))
                .aggregate(
                        () -> SymbolPositions.NONE,
                        (symbol, record, held) -> held.with(((ParsedRecord.Message<PositionUpdate>) record).message()),
                        as("collect-positions"),
                        Materialized.<String, SymbolPositions>as(
                                        flow.storeKind().supplierOf(POSITIONS_STORE))
                                .withKeySerde(Serdes.String())
                                .withValueSerde(new SymbolPositionsSerde())
                                .withCachingDisabled());
    }

    private <I extends Input> void decide(KStream<String, ParsedRecord<I>> inputs, InputRules<I> rules, String name) {
        inputs.process(() -> new DecideProcessor<>(flow, PLANS_STORE, rules), as(name), PLANS_STORE);
    }

    private <T> void global(Topic<byte[]> topic, ReferenceTable<T> table) {
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(topic.name()), topic.key(), topic.value())
                        .withLoggingDisabled(),
                topic.name(),
                Consumed.with(topic.key(), topic.value())
                        .withTimestampExtractor(new RecordTime())
                        .withName(topic.name()),
                () -> new GlobalTableProcessor<>(topic.name(), table));
    }
}
