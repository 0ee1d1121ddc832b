package io.exitbrain.topology;

import static org.apache.kafka.streams.kstream.Named.as;

import io.exitbrain.domain.Fill;
import io.exitbrain.domain.Input;
import io.exitbrain.domain.PositionUpdate;
import io.exitbrain.domain.SymbolPositions;
import io.exitbrain.serdes.ExecutionReportReader;
import io.exitbrain.serdes.MarkPriceReader;
import io.exitbrain.serdes.MessageReader;
import io.exitbrain.serdes.OrderFillReader;
import io.exitbrain.serdes.PositionReader;
import io.exitbrain.serdes.SymbolPositionsSerde;
import io.exitbrain.topology.Received.Message;
import io.exitbrain.topology.Topics.Topic;
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
 * The whole flow, top to bottom. Every node and store has a name of its own: internal topics are named after them.
 *
 * <pre>
 * order-fills ------+- leftJoin -> plan-new-fills --+
 * positions -> symbol-positions (table)             |           +-> exit-plans
 *     +----------------> protect-orphans -----------+-- store --+-> trailing-stop-commands
 * mark-prices -> let-quiet-pass -> trail-stops -----+           +-> exit-events
 * execution-reports ---> confirm-stops -------------+           +-> dead-letters
 * instruments, exit-context: global, read by the four
 * </pre>
 */
public final class ExitTopology {

    /** The store of everything known about a symbol. */
    public static final String PLANS_STORE = "exit-plans";

    static final String POSITIONS_STORE = "symbol-positions";

    // where the deciding processors send what they decided

    static final String WRITE_PLANS = "write-plans";
    static final String WRITE_COMMANDS = "write-commands";
    static final String WRITE_EVENTS = "write-events";
    static final String WRITE_DEAD_LETTERS = "write-dead-letters";

    private static final String PLAN_NEW_FILLS = "plan-new-fills";
    private static final String PROTECT_ORPHANS = "protect-orphans";
    private static final String CONFIRM_STOPS = "confirm-stops";
    private static final String TRAIL_STOPS = "trail-stops";
    private static final String[] DECIDING = {PLAN_NEW_FILLS, PROTECT_ORPHANS, CONFIRM_STOPS, TRAIL_STOPS};

    private final StreamsBuilder builder;
    private final Topics topics;
    private final Engine engine;
    private final boolean isShadow;

    private ExitTopology(Topics topics, Engine engine, boolean isShadow, Properties config) {
        this.builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(config)));
        this.topics = topics;
        this.engine = engine;
        this.isShadow = isShadow;
    }

    /** The live flow: unkeyed records go back to their own topic under their symbol. */
    public static Topology live(Engine engine, Properties config) {
        return new ExitTopology(Topics.live(), engine, false, config).build(config);
    }

    /** The shadow flow: writes to topics of its own and to no other; unkeyed records are skipped. */
    public static Topology shadow(Engine engine, Properties config) {
        return new ExitTopology(Topics.shadow(), engine, true, config).build(config);
    }

    private Topology build(Properties config) {
        builder.addStateStore(SymbolStates.stored(PLANS_STORE, engine));
        remember(topics.instruments(), engine.reference().instruments());
        remember(topics.exitContext(), engine.reference().contexts());

        KStream<String, Received<Fill>> fills = receive(topics.orderFills(), new OrderFillReader());
        KStream<String, Received<PositionUpdate>> positions = receive(topics.positions(), new PositionReader());

        KStream<String, Received<Fill>> knownFills = fills.leftJoin(
                collected(positions),
                (fill, held) -> held == null ? fill : fill.with(unknowing -> unknowing.knowing(held)),
                Joined.<String, Received<Fill>, SymbolPositions>as("join-positions"));

        decide(knownFills, PLAN_NEW_FILLS);
        decide(positions, PROTECT_ORPHANS);
        confirm(records(topics.executionReports()), CONFIRM_STOPS);
        trail(keyed(withoutQuiet(read(topics.markPrices(), Delivered.serde())), topics.markPrices()), TRAIL_STOPS);
        return written(builder.build(config));
    }

    /** The topic's records as they came; in shadow mode unkeyed ones are skipped. */
    private KStream<String, byte[]> records(Topic<byte[]> topic) {
        return keyed(read(topic, topic.value()), topic);
    }

    private <V> KStream<String, V> read(Topic<byte[]> topic, Serde<V> value) {
        return builder.stream(
                topic.name(),
                Consumed.with(topic.key(), value)
                        .withTimestampExtractor(new RecordTime())
                        .withName(topic.name()));
    }

    private <V> KStream<String, V> keyed(KStream<String, V> records, Topic<byte[]> topic) {
        return isShadow ? records.filter((key, value) -> key != null, as("keyed-" + topic.name())) : records;
    }

    /** The topic's records, each as its message or as what else is to be done with it. */
    private <T> KStream<String, Received<T>> receive(Topic<byte[]> topic, MessageReader<T> reader) {
        return records(topic)
                .processValues(
                        () -> new Receive<>(new Reception<>(reader, engine.vitals())), as("receive-" + topic.name()));
    }

    /** Both sides of a symbol in one value, kept by symbol: what a fill is joined with. */
    private KTable<String, SymbolPositions> collected(KStream<String, Received<PositionUpdate>> positions) {
        return positions
                .filter((symbol, received) -> received instanceof Message, as("good-positions"))
                .groupByKey(Grouped.as("by-symbol"))
                .aggregate(
                        () -> SymbolPositions.NONE,
                        (symbol, received, held) ->
                                ((Message<PositionUpdate>) received).message().after(held),
                        as("collect-positions"),
                        Materialized.<String, SymbolPositions>as(
                                        engine.storeKind().supplierOf(POSITIONS_STORE))
                                .withKeySerde(Serdes.String())
                                .withValueSerde(new SymbolPositionsSerde())
                                .withCachingDisabled());
    }

    private <I extends Input> void decide(KStream<String, Received<I>> inputs, String name) {
        inputs.process(
                () -> new Decide<>(engine, (key, received, timestamp, nowMs) -> received), as(name), PLANS_STORE);
    }

    private void confirm(KStream<String, byte[]> reports, String name) {
        reports.process(
                () -> new Decide<>(engine, new Reception<>(new ExecutionReportReader(), engine.vitals())::receive),
                as(name),
                PLANS_STORE);
    }

    private KStream<String, byte[]> withoutQuiet(KStream<String, Delivered> prices) {
        return prices.process(() -> new LetQuietPass(engine), as("let-quiet-pass"), PLANS_STORE);
    }

    private void trail(KStream<String, byte[]> prices, String name) {
        prices.process(
                () -> new TrailStops(engine, new Reception<>(new MarkPriceReader(), engine.vitals())::receive),
                as(name),
                PLANS_STORE);
    }

    /** With the sinks: the deciding processors send to them by name. */
    private Topology written(Topology flow) {
        flow.addSink(
                WRITE_PLANS,
                topics.exitPlans().name(),
                topics.exitPlans().key().serializer(),
                topics.exitPlans().value().serializer(),
                new BySymbol<>(),
                DECIDING);
        sink(flow, WRITE_COMMANDS, topics.commands(), DECIDING);
        sink(flow, WRITE_EVENTS, topics.exitEvents(), DECIDING);
        sink(flow, WRITE_DEAD_LETTERS, topics.deadLetters(), DECIDING);
        if (!isShadow) {
            sendRound(flow, topics.orderFills(), PLAN_NEW_FILLS);
            sendRound(flow, topics.positions(), PROTECT_ORPHANS);
            sendRound(flow, topics.executionReports(), CONFIRM_STOPS);
            sendRound(flow, topics.markPrices(), TRAIL_STOPS);
        }
        return flow;
    }

    private static void sendRound(Topology flow, Topic<byte[]> topic, String parent) {
        sink(flow, sendRound(topic.name()), topic, parent);
    }

    /** The sink of records without a key, back to the {@code topic} they came from: now on the partition of their symbol. */
    static String sendRound(String topic) {
        return "send-round-" + topic;
    }

    private static <V> void sink(Topology flow, String name, Topic<V> topic, String... parents) {
        flow.addSink(name, topic.name(), topic.key().serializer(), topic.value().serializer(), parents);
    }

    private <T> void remember(Topic<byte[]> topic, Reference<T> reference) {
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(topic.name()), topic.key(), topic.value())
                        .withLoggingDisabled(),
                topic.name(),
                Consumed.with(topic.key(), topic.value())
                        .withTimestampExtractor(new RecordTime())
                        .withName(topic.name()),
                () -> new Remember<>(topic.name(), reference));
    }
}
