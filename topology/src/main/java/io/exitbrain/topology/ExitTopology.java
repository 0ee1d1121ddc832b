package io.exitbrain.topology;

import static org.apache.kafka.streams.kstream.Named.as;

import io.exitbrain.domain.ExecutionReport;
import io.exitbrain.domain.Fill;
import io.exitbrain.domain.Input;
import io.exitbrain.domain.MarkPrice;
import io.exitbrain.domain.PositionUpdate;
import io.exitbrain.domain.SymbolPositions;
import io.exitbrain.serdes.ExecutionReportReader;
import io.exitbrain.serdes.MarkPriceReader;
import io.exitbrain.serdes.MessageReader;
import io.exitbrain.serdes.OrderFillReader;
import io.exitbrain.serdes.PositionReader;
import io.exitbrain.serdes.SymbolPositionsSerde;
import io.exitbrain.topology.Outcome.Command;
import io.exitbrain.topology.Outcome.Event;
import io.exitbrain.topology.Outcome.Plan;
import io.exitbrain.topology.Topics.Topic;
import java.util.Properties;
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
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.Stores;

/**
 * The whole flow, top to bottom. Every node and store has a name of its own: internal topics are named after them.
 *
 * <pre>
 * order-fills ------+- leftJoin -> plan-new-fills --+
 * positions -> symbol-positions (table)             |           +-> exit-plans
 *     +----------------> protect-orphans -----------+-- store --+-> trailing-stop-commands
 * mark-prices ---------> trail-stops ---------------+           +-> exit-events
 * execution-reports ---> confirm-stops -------------+           +-> dead-letters
 * instruments, exit-context: global, read by the four
 * </pre>
 */
public final class ExitTopology {

    /** The store of everything known about a symbol. */
    public static final String PLANS_STORE = "exit-plans";

    static final String POSITIONS_STORE = "symbol-positions";

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
        builder.addStateStore(SymbolStates.stored(PLANS_STORE, engine.storeKind()));
        remember(topics.instruments(), engine.reference().instruments());
        remember(topics.exitContext(), engine.reference().contexts());

        KStream<String, Fill> fills = read(topics.orderFills(), new OrderFillReader());
        KStream<String, PositionUpdate> positions = read(topics.positions(), new PositionReader());
        KStream<String, MarkPrice> prices = read(topics.markPrices(), new MarkPriceReader());
        KStream<String, ExecutionReport> reports = read(topics.executionReports(), new ExecutionReportReader());

        KTable<String, SymbolPositions> symbolPositions = collected(positions);
        KStream<String, Fill> knownFills = fills.leftJoin(
                symbolPositions,
                (fill, held) -> held == null ? fill : fill.knowing(held),
                Joined.<String, Fill, SymbolPositions>as("join-positions"));

        KStream<String, Outcome> outcomes = decide(knownFills, "plan-new-fills")
                .merge(decide(positions, "protect-orphans"), as("with-orphans"))
                .merge(decideAndKeepTime(prices, "trail-stops"), as("with-trails"))
                .merge(decide(reports, "confirm-stops"), as("with-confirmations"));

        outcomes.filter((key, outcome) -> outcome instanceof Plan, as("plans"))
                .mapValues(outcome -> ((Plan) outcome).planOrTombstone(), as("plan-values"))
                .to(
                        topics.exitPlans().name(),
                        Produced.with(
                                        topics.exitPlans().key(),
                                        topics.exitPlans().value(),
                                        new BySymbol<>())
                                .withName("write-plans"));
        outcomes.filter((key, outcome) -> outcome instanceof Command, as("commands"))
                .mapValues(outcome -> ((Command) outcome).command(), as("command-values"))
                .to(topics.commands().name(), produced(topics.commands(), "write-commands"));
        outcomes.filter((key, outcome) -> outcome instanceof Event, as("events"))
                .mapValues(outcome -> ((Event) outcome).event(), as("event-values"))
                .to(topics.exitEvents().name(), produced(topics.exitEvents(), "write-events"));
        return builder.build(config);
    }

    /** The topic's good records. Unkeyed ones are sent round under their symbol, bad ones go to the dead letters. */
    private <T> KStream<String, T> read(Topic<byte[]> topic, MessageReader<T> reader) {
        String name = topic.name();
        KStream<String, byte[]> records = builder.stream(
                name,
                Consumed.with(topic.key(), topic.value())
                        .withTimestampExtractor(new RecordTime())
                        .withName(name));
        if (!isShadow) {
            giveKeys(records.filter((key, value) -> key == null, as("unkeyed-" + name)), topic);
        }
        KStream<String, Received<T>> received = records.filter((key, value) -> key != null, as("keyed-" + name))
                .processValues(() -> new Receive<>(reader, engine.vitals()), as("read-" + name));
        bury(received.filter((key, message) -> message.isRefused(), as("refused-" + name)), name);
        return received.filter((key, message) -> !message.isRefused(), as("accepted-" + name))
                .mapValues(Received::message, as("messages-" + name));
    }

    private void giveKeys(KStream<String, byte[]> unkeyed, Topic<byte[]> topic) {
        KStream<String, Received<byte[]>> keyed =
                unkeyed.process(() -> new GiveKey(engine.vitals()), as("find-symbol-" + topic.name()));
        keyed.filter((key, message) -> !message.isRefused(), as("named-" + topic.name()))
                .mapValues(Received::raw, as("named-values-" + topic.name()))
                .to(topic.name(), produced(topic, "send-round-" + topic.name()));
        bury(
                keyed.filter((key, message) -> message.isRefused(), as("nameless-" + topic.name())),
                "unkeyed-" + topic.name());
    }

    private <T> void bury(KStream<String, Received<T>> refused, String name) {
        refused.processValues(() -> new Bury<T>(engine.vitals()), as("bury-" + name))
                .to(topics.deadLetters().name(), produced(topics.deadLetters(), "write-dead-letters-of-" + name));
    }

    /** Both sides of a symbol in one value, kept by symbol: what a fill is joined with. */
    private KTable<String, SymbolPositions> collected(KStream<String, PositionUpdate> positions) {
        return positions
                .groupByKey(Grouped.as("by-symbol"))
                .aggregate(
                        () -> SymbolPositions.NONE,
                        (symbol, position, held) -> position.after(held),
                        as("collect-positions"),
                        Materialized.<String, SymbolPositions>as(
                                        engine.storeKind().supplierOf(POSITIONS_STORE))
                                .withKeySerde(Serdes.String())
                                .withValueSerde(new SymbolPositionsSerde())
                                .withCachingDisabled());
    }

    private <I extends Input> KStream<String, Outcome> decide(KStream<String, I> inputs, String name) {
        return inputs.process(() -> new Decide<>(engine), as(name), PLANS_STORE);
    }

    private <I extends Input> KStream<String, Outcome> decideAndKeepTime(KStream<String, I> inputs, String name) {
        return inputs.process(() -> new DecideAndKeepTime<>(engine), as(name), PLANS_STORE);
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

    private static <V> Produced<String, V> produced(Topic<V> topic, String name) {
        return Produced.with(topic.key(), topic.value()).withName(name);
    }
}
