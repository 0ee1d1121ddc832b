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
import io.exitbrain.topology.Outcome.Letter;
import io.exitbrain.topology.Outcome.Plan;
import io.exitbrain.topology.Outcome.Round;
import io.exitbrain.topology.Received.Message;
import io.exitbrain.topology.Topics.Topic;
import java.util.List;
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

        KStream<String, Received<Fill>> fills = read(topics.orderFills(), new OrderFillReader());
        KStream<String, Received<PositionUpdate>> positions = read(topics.positions(), new PositionReader());
        KStream<String, Received<MarkPrice>> prices = read(topics.markPrices(), new MarkPriceReader());
        KStream<String, Received<ExecutionReport>> reports =
                read(topics.executionReports(), new ExecutionReportReader());

        KStream<String, Received<Fill>> knownFills = fills.leftJoin(
                collected(positions),
                (fill, held) -> held == null ? fill : fill.with(unknowing -> unknowing.knowing(held)),
                Joined.<String, Received<Fill>, SymbolPositions>as("join-positions"));

        KStream<String, Outcome> outcomes = decide(knownFills, "plan-new-fills")
                .merge(decide(positions, "protect-orphans"), as("with-orphans"))
                .merge(trail(prices, "trail-stops"), as("with-trails"))
                .merge(decide(reports, "confirm-stops"), as("with-confirmations"));
        write(outcomes);
        return builder.build(config);
    }

    /** The topic's records, each as its message or as what else is to be done with it. In shadow mode unkeyed records are skipped. */
    private <T> KStream<String, Received<T>> read(Topic<byte[]> topic, MessageReader<T> reader) {
        KStream<String, byte[]> records = builder.stream(
                topic.name(),
                Consumed.with(topic.key(), topic.value())
                        .withTimestampExtractor(new RecordTime())
                        .withName(topic.name()));
        KStream<String, byte[]> readable =
                isShadow ? records.filter((key, value) -> key != null, as("keyed-" + topic.name())) : records;
        return readable.processValues(() -> new Receive<>(reader, engine.vitals()), as("read-" + topic.name()));
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

    private <I extends Input> KStream<String, Outcome> decide(KStream<String, Received<I>> inputs, String name) {
        return inputs.process(() -> new Decide<>(engine), as(name), PLANS_STORE);
    }

    private KStream<String, Outcome> trail(KStream<String, Received<MarkPrice>> prices, String name) {
        return prices.process(() -> new TrailStops(engine), as(name), PLANS_STORE);
    }

    private void write(KStream<String, Outcome> outcomes) {
        only(outcomes, Plan.class, "plans")
                .mapValues(Plan::planOrTombstone, as("plan-values"))
                .to(
                        topics.exitPlans().name(),
                        produced(topics.exitPlans(), "write-plans").withStreamPartitioner(new BySymbol<>()));
        only(outcomes, Command.class, "commands")
                .mapValues(Command::command, as("command-values"))
                .to(topics.commands().name(), produced(topics.commands(), "write-commands"));
        only(outcomes, Event.class, "events")
                .mapValues(Event::event, as("event-values"))
                .to(topics.exitEvents().name(), produced(topics.exitEvents(), "write-events"));
        only(outcomes, Letter.class, "letters")
                .mapValues(Letter::raw, as("letter-values"))
                .to(topics.deadLetters().name(), produced(topics.deadLetters(), "write-dead-letters"));
        // back to the topic it came from, now on the partition of its symbol
        KStream<String, Round> rounds = only(outcomes, Round.class, "unkeyed");
        for (Topic<byte[]> topic :
                List.of(topics.orderFills(), topics.positions(), topics.markPrices(), topics.executionReports())) {
            rounds.filter((key, round) -> round.topic().equals(topic.name()), as("unkeyed-" + topic.name()))
                    .mapValues(Round::raw, as("unkeyed-values-" + topic.name()))
                    .to(topic.name(), produced(topic, "send-round-" + topic.name()));
        }
    }

    private static <O extends Outcome> KStream<String, O> only(
            KStream<String, Outcome> outcomes, Class<O> kind, String name) {
        return outcomes.filter((key, outcome) -> kind.isInstance(outcome), as(name))
                .mapValues(kind::cast, as("as-" + name));
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
