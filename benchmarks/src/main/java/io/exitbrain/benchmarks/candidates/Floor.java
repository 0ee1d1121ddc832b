package io.exitbrain.benchmarks.candidates;

import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;

/** A Streams application that reads the prices exactly once and only counts them. */
final class Floor {

    private Floor() {}

    static Candidate start(Setup setup) {
        LongAdder prices = new LongAdder();
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("mark-prices", Consumed.with(Serdes.String(), Serdes.ByteArray()))
                .foreach((symbol, price) -> prices.increment());
        return StreamsCandidate.start(builder.build(), setup.streams(), prices, new LongAdder());
    }
}
