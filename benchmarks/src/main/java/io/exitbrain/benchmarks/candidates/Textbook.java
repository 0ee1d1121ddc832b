package io.exitbrain.benchmarks.candidates;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.exitbrain.benchmarks.candidates.JacksonFormat.JsonCommand;
import io.exitbrain.benchmarks.candidates.JacksonFormat.JsonPrice;
import io.exitbrain.domain.input.MarkPrice;
import java.io.IOException;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** A Streams application as textbooks show it: JSON serdes with Jackson, an in-memory store with its cache on, exactly once. */
final class Textbook {

    private static final String STORE = "plans";

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
                .process(Trail::new, Named.as("trail"), STORE)
                .peek((symbol, command) -> commands.increment())
                .to("trailing-stop-commands", Produced.with(Serdes.String(), new JsonSerde<>(JsonCommand.class)));
        return builder.build();
    }

    /** Reads the plan from the store, moves it with the price, and writes it back if it changed. */
    private static final class Trail implements Processor<String, JsonPrice, String, JsonCommand> {

        private ProcessorContext<String, JsonCommand> context;
        private KeyValueStore<String, HeldPlan> plans;

        @Override
        public void init(ProcessorContext<String, JsonCommand> context) {
            this.context = context;
            this.plans = context.getStateStore(STORE);
        }

        @Override
        public void process(Record<String, JsonPrice> record) {
            JsonPrice price = record.value();
            HeldPlan before = plans.get(record.key());
            if (before == null) {
                plans.put(record.key(), HeldPlan.opened(record.key(), price.price(), price.time()));
            } else {
                follow(record, before, new MarkPrice(record.key(), price.price(), price.time()));
            }
        }

        private void follow(Record<String, JsonPrice> record, HeldPlan before, MarkPrice price) {
            if (before.isBreachedBy(price.price())) {
                throw new IllegalStateException("no price of the load may breach a stop: " + price);
            }
            if (before.isImprovedBy(price.price())) {
                HeldPlan after = before.improvedBy(price.price(), price.time());
                plans.put(record.key(), after.mustSend() ? commanded(record, before, after.moved(), price) : after);
            }
        }

        private HeldPlan commanded(Record<String, JsonPrice> record, HeldPlan before, HeldPlan after, MarkPrice price) {
            context.forward(record.withValue(JsonCommand.move(before, after, price)));
            return after;
        }
    }

    /** A generic JSON serde, as most projects have one. */
    private static final class JsonSerde<T> implements Serde<T> {

        private final Class<T> type;

        JsonSerde(Class<T> type) {
            this.type = type;
        }

        @Override
        public Serializer<T> serializer() {
            return (topic, value) -> written(value);
        }

        @Override
        public Deserializer<T> deserializer() {
            return (topic, bytes) -> read(bytes);
        }

        private byte @Nullable [] written(@Nullable T value) {
            try {
                return value == null ? null : JacksonFormat.MAPPER.writeValueAsBytes(value);
            } catch (JsonProcessingException bad) {
                throw new SerializationException(bad);
            }
        }

        private @Nullable T read(byte @Nullable [] bytes) {
            try {
                return bytes == null ? null : JacksonFormat.MAPPER.readValue(bytes, type);
            } catch (IOException bad) {
                throw new SerializationException(bad);
            }
        }
    }
}
