package io.exitbrain.benchmarks.candidates;

import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;

/** The floor with the engine's other inputs connected, which have nothing to say while it is measured: what waiting for them costs. */
final class QuietInputs {

    private static final List<String> OTHERS = List.of("order-fills", "positions", "execution-reports");

    /** How a topology is run: here a custom client supplier would be handed to Kafka Streams. */
    @FunctionalInterface
    interface Starter {
        KafkaStreams of(Topology topology, Properties settings);
    }

    private QuietInputs() {}

    /** With {@code max.task.idle.ms} as given and the stock clients. */
    static Candidate start(Setup setup, long taskIdleMs) {
        Properties settings = setup.streams();
        settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, taskIdleMs);
        return start(settings, KafkaStreams::new);
    }

    static Candidate start(Properties settings, Starter starter) {
        LongAdder prices = new LongAdder();
        KafkaStreams streams = starter.of(topology(prices), settings);
        return StreamsCandidate.start(streams, prices, new LongAdder());
    }

    /** Merged streams are one sub-topology: each task reads all of its inputs. */
    private static Topology topology(LongAdder prices) {
        StreamsBuilder builder = new StreamsBuilder();
        KStream<String, byte[]> all = read(builder, "mark-prices").peek((symbol, price) -> prices.increment());
        for (String topic : OTHERS) {
            all = all.merge(read(builder, topic));
        }
        all.foreach((symbol, value) -> {});
        return builder.build();
    }

    private static KStream<String, byte[]> read(StreamsBuilder builder, String topic) {
        return builder.stream(topic, Consumed.with(Serdes.String(), Serdes.ByteArray()));
    }
}
