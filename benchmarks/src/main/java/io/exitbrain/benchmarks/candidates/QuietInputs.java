package io.exitbrain.benchmarks.candidates;

import io.exitbrain.topology.StreamsSettings;
import io.exitbrain.topology.intake.RecordBatch;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;

/**
 * Streams applications that only count the prices, with the engine's other inputs connected, which have nothing to say while it is
 * measured, or without: what waiting for them costs.
 */
final class QuietInputs {

    private static final List<String> OTHERS = List.of("order-fills", "positions", "execution-reports");

    private QuietInputs() {}

    /** The floor with the other inputs: {@code max.task.idle.ms} as given, the stock clients. */
    static Candidate besideTheFloor(Setup setup, long taskIdleMs) {
        Properties settings = setup.streams();
        settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, taskIdleMs);
        LongAdder prices = new LongAdder();
        KafkaStreams streams = new KafkaStreams(counting(prices, OTHERS), settings);
        return StreamsCandidate.start(streams, prices, new LongAdder());
    }

    /** The prices as the engine takes them in: by its own consumer, which keeps the order of the inputs, in batches. */
    static Candidate besideTheEnginesPrices(Setup setup) {
        return byTheEnginesConsumer(setup, OTHERS);
    }

    /** The same without the other inputs. */
    static Candidate theEnginesPricesAlone(Setup setup) {
        return byTheEnginesConsumer(setup, List.of());
    }

    private static Candidate byTheEnginesConsumer(Setup setup, List<String> others) {
        StreamsConfig settings = new StreamsConfig(setup.streams());
        LongAdder prices = new LongAdder();
        KafkaStreams streams = new KafkaStreams(counting(prices, others), settings, StreamsSettings.clients(settings));
        return StreamsCandidate.start(streams, prices, new LongAdder());
    }

    /** Merged streams are one sub-topology: each task reads all of its inputs. */
    private static Topology counting(LongAdder prices, List<String> others) {
        StreamsBuilder builder = new StreamsBuilder();
        KStream<String, Integer> all = read(builder, "mark-prices").peek((symbol, records) -> prices.add(records));
        for (String topic : others) {
            all = all.merge(read(builder, topic));
        }
        all.foreach((symbol, records) -> {});
        return builder.build();
    }

    private static KStream<String, Integer> read(StreamsBuilder builder, String topic) {
        return builder.stream(
                topic,
                Consumed.with(Serdes.String(), Serdes.serdeFrom(Serdes.Integer().serializer(), new Count())));
    }

    /** How many records came: those of a batch, or the one. */
    private static final class Count implements Deserializer<Integer> {

        @Override
        public Integer deserialize(String topic, byte[] value) {
            return 1;
        }

        @Override
        public Integer deserialize(String topic, Headers headers, byte[] value) {
            return RecordBatch.in(headers).map(List::size).orElse(1);
        }
    }
}
