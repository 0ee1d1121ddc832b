package io.exitbrain.benchmarks.candidates;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** A consumer that only polls: the cost of receiving the bytes. */
final class RawPoll extends LoopThread {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;

    private RawPoll(Setup setup) {
        super("raw-poll");
        this.consumer = LoopClients.consumer(setup);
    }

    static Candidate start(Setup setup) {
        RawPoll poll = new RawPoll(setup);
        poll.consumer.subscribe(List.of("mark-prices"));
        poll.start();
        return poll;
    }

    @Override
    void step() {
        countPrices(consumer.poll(POLL).count());
    }

    @Override
    void end() {
        consumer.close();
    }
}
