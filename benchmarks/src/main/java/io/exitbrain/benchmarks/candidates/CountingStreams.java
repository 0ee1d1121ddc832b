package io.exitbrain.benchmarks.candidates;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.fast.intake.RecordBatch;
import io.exitbrain.topology.process.StreamsSettings;
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
 * Streams applications that only count the prices. Some have the other inputs of the engine connected; those inputs are empty while it
 * is measured, so the difference is the cost of waiting for them.
 */
final class CountingStreams {

    private static final List<String> OTHERS = List.of("order-fills", "positions", "execution-reports");

    private CountingStreams() {}

    /** Reads the prices exactly once and counts them. */
    static Candidate floor(Setup setup) {
        LongAdder prices = new LongAdder();
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("mark-prices", Consumed.with(Serdes.String(), Serdes.ByteArray()))
                .foreach((symbol, price) -> prices.increment());
        return StreamsCandidate.start(builder.build(), setup.streams(), prices, new LongAdder());
    }

    /** The floor with the other inputs, the given {@code max.task.idle.ms} and the consumer of Kafka Streams. */
    static Candidate quietIdle(Setup setup, long taskIdleMs) {
        Properties settings = setup.streams();
        settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, taskIdleMs);
        LongAdder prices = new LongAdder();
        KafkaStreams streams = new KafkaStreams(counting(prices, OTHERS), settings);
        return StreamsCandidate.start(streams, prices, new LongAdder());
    }

    /** Reads prices as the engine does: in batches, with the consumer of the engine, which keeps the order of the inputs. */
    static Candidate quietIntake(Setup setup) {
        return intake(setup, OTHERS);
    }

    /** The same without the other inputs. */
    static Candidate intake(Setup setup) {
        return intake(setup, List.of());
    }

    private static Candidate intake(Setup setup, List<String> others) {
        StreamsConfig settings = new StreamsConfig(setup.streams());
        LongAdder prices = new LongAdder();
        KafkaStreams streams = new KafkaStreams(
                counting(prices, others),
                settings,
                StreamsSettings.clients(settings, FlowContext.with(Policy.DEFAULT)));
        return StreamsCandidate.start(streams, prices, new LongAdder());
    }

    /** Merges all inputs into one sub-topology, so that each task reads all of them. */
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
                Consumed.with(Serdes.String(), Serdes.serdeFrom(Serdes.Integer().serializer(), new RecordCount())));
    }

    /** Reads a batch as the number of its records, and a single record as 1. */
    private static final class RecordCount implements Deserializer<Integer> {

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
