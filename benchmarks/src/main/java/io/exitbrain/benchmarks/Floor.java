package io.exitbrain.benchmarks;

import java.util.Properties;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;

/** A Streams application that reads the prices exactly once, with the engine's own settings, and only counts them. */
final class Floor implements AutoCloseable {

    private final KafkaStreams streams;
    private final LongAdder prices;

    private Floor(KafkaStreams streams, LongAdder prices) {
        this.streams = streams;
        this.prices = prices;
    }

    static Floor start(String bootstrapServers, String applicationId, String stateDir) {
        LongAdder prices = new LongAdder();
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("mark-prices", Consumed.with(Serdes.String(), Serdes.ByteArray()))
                .foreach((symbol, price) -> prices.increment());
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir);
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 10);
        properties.put(StreamsConfig.producerPrefix("linger.ms"), 0);
        properties.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        KafkaStreams streams = new KafkaStreams(builder.build(), properties);
        streams.start();
        return new Floor(streams, prices);
    }

    long prices() {
        return prices.sum();
    }

    @Override
    public void close() {
        streams.close();
    }
}
