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
import io.exitbrain.topology.Outcome.Command;
import io.exitbrain.topology.Outcome.Event;
import io.exitbrain.topology.Outcome.Letter;
import io.exitbrain.topology.Outcome.Plan;
import io.exitbrain.topology.Outcome.Round;
import io.exitbrain.topology.Received.Message;
import io.exitbrain.topology.Topics.Topic;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Joined;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Predicate;
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

        KStream<String, Received<Fill>> fills = receive(topics.orderFills(), new OrderFillReader());
        KStream<String, Received<PositionUpdate>> positions = receive(topics.positions(), new PositionReader());

        KStream<String, Received<Fill>> knownFills = fills.leftJoin(
                collected(positions),
                (fill, held) -> held == null ? fill : fill.with(unknowing -> unknowing.knowing(held)),
                Joined.<String, Received<Fill>, SymbolPositions>as("join-positions"));

        KStream<String, Outcome> outcomes = decide(knownFills, "plan-new-fills")
                .merge(decide(positions, "protect-orphans"), as("with-orphans"))
                .merge(confirm(records(topics.executionReports()), "confirm-stops"), as("with-confirmations"))
                .merge(trail(records(topics.markPrices()), "trail-stops"), as("with-trails"));
        write(outcomes);
        return builder.build(config);
    }

    /** The topic's records as they came; in shadow mode unkeyed ones are skipped. */
    private KStream<String, byte[]> records(Topic<byte[]> topic) {
        KStream<String, byte[]> records = builder.stream(
                topic.name(),
                Consumed.with(topic.key(), topic.value())
                        .withTimestampExtractor(new RecordTime())
                        .withName(topic.name()));
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

    private <I extends Input> KStream<String, Outcome> decide(KStream<String, Received<I>> inputs, String name) {
        return inputs.process(
                () -> new Decide<>(engine, (key, received, timestamp, nowMs) -> received), as(name), PLANS_STORE);
    }

    private KStream<String, Outcome> confirm(KStream<String, byte[]> reports, String name) {
        return reports.process(
                () -> new Decide<>(engine, new Reception<>(new ExecutionReportReader(), engine.vitals())::receive),
                as(name),
                PLANS_STORE);
    }

    private KStream<String, Outcome> trail(KStream<String, byte[]> prices, String name) {
        return prices.process(
                () -> new TrailStops(engine, new Reception<>(new MarkPriceReader(), engine.vitals())::receive),
                as(name),
                PLANS_STORE);
    }

    private void write(KStream<String, Outcome> outcomes) {
        outcomes.split(as("by-kind"))
                .branch(is(Command.class), to(topics.commands(), Command.class, Command::command, "commands"))
                .branch(is(Event.class), to(topics.exitEvents(), Event.class, Event::event, "events"))
                .branch(is(Plan.class), Branched.withConsumer(this::writePlans, "-plans"))
                .branch(is(Letter.class), to(topics.deadLetters(), Letter.class, Letter::raw, "dead-letters"))
                .branch(is(Round.class), Branched.withConsumer(this::sendRound, "-unkeyed"));
    }

    private static Predicate<String, Outcome> is(Class<? extends Outcome> kind) {
        return (key, outcome) -> kind.isInstance(outcome);
    }

    private static <O extends Outcome, V> Branched<String, Outcome> to(
            Topic<V> topic, Class<O> kind, Function<O, V> value, String name) {
        return Branched.withConsumer(
                outcomes -> outcomes.mapValues(outcome -> value.apply(kind.cast(outcome)), as("values-of-" + name))
                        .to(topic.name(), produced(topic, "write-" + name)),
                "-" + name);
    }

    private void writePlans(KStream<String, Outcome> plans) {
        plans.mapValues(plan -> ((Plan) plan).planOrTombstone(), as("values-of-plans"))
                .to(
                        topics.exitPlans().name(),
                        produced(topics.exitPlans(), "write-plans").withStreamPartitioner(new BySymbol<>()));
    }

    /** Back to the topic each came from, now on the partition of its symbol. */
    private void sendRound(KStream<String, Outcome> unkeyed) {
        KStream<String, Round> rounds = unkeyed.mapValues(Round.class::cast, as("rounds"));
        for (Topic<byte[]> topic :
                List.of(topics.orderFills(), topics.positions(), topics.markPrices(), topics.executionReports())) {
            rounds.filter((key, round) -> round.topic().equals(topic.name()), as("unkeyed-" + topic.name()))
                    .mapValues(Round::raw, as("unkeyed-values-" + topic.name()))
                    .to(topic.name(), produced(topic, "send-round-" + topic.name()));
        }
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
