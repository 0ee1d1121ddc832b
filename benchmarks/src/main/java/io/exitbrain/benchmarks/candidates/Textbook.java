package io.exitbrain.benchmarks.candidates;

import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.Stores;

/** Kafka Streams as the textbooks show it: JSON serdes by Jackson, an in-memory store with its cache on, exactly once. */
final class Textbook {

    static final String STORE = "plans";

    private Textbook() {}

    static Candidate start(Setup setup) {
        LongAdder prices = new LongAdder();
        LongAdder commands = new LongAdder();
        return StreamsCandidate.start(topology(prices, commands), setup.streams(), prices, commands);
    }

    private static Topology topology(LongAdder prices, LongAdder commands) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(STORE), Serdes.String(), new JsonSerde<>(HeldPlan.class))
                .withCachingEnabled());
        builder.stream("mark-prices", Consumed.with(Serdes.String(), new JsonSerde<>(JsonPrice.class)))
                .peek((symbol, price) -> prices.increment())
                .process(TextbookTrail::new, Named.as("trail"), STORE)
                .peek((symbol, command) -> commands.increment())
                .to("trailing-stop-commands", Produced.with(Serdes.String(), new JsonSerde<>(JsonCommand.class)));
        return builder.build();
    }
}
