package io.exitbrain.benchmarks.candidates;

import java.util.Properties;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;

/** A running Streams application and its counters. */
final class StreamsCandidate implements Candidate {

    private final KafkaStreams streams;
    private final LongAdder prices;
    private final LongAdder commands;

    private StreamsCandidate(KafkaStreams streams, LongAdder prices, LongAdder commands) {
        this.streams = streams;
        this.prices = prices;
        this.commands = commands;
    }

    /** Starts {@code topology}, which counts in {@code prices} and {@code commands}. */
    static Candidate start(Topology topology, Properties settings, LongAdder prices, LongAdder commands) {
        return start(new KafkaStreams(topology, settings), prices, commands);
    }

    static Candidate start(KafkaStreams streams, LongAdder prices, LongAdder commands) {
        streams.start();
        return new StreamsCandidate(streams, prices, commands);
    }

    @Override
    public long prices() {
        return prices.sum();
    }

    @Override
    public long commands() {
        return commands.sum();
    }

    @Override
    public boolean hasEnded() {
        return streams.state().hasCompletedShutdown();
    }

    @Override
    public void close() {
        streams.close();
    }
}
