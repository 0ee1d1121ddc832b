package io.exitbrain.demo.exchange;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Publishes the events of the exchange in the form of a {@link Feed}, keyed by symbol. A record has the time of the exchange as its timestamp. */
public final class ExchangePublisher implements ExchangeListener, AutoCloseable {

    private final Producer<String, String> producer;
    private final Feed feed;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    public ExchangePublisher(String bootstrapServers, Feed feed) {
        this.feed = feed;
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG,
                "paper-exchange",
                ProducerConfig.LINGER_MS_CONFIG,
                0);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    /** Publishes the order filters and the market regime of each contract, at {@code timeMs} of the exchange. */
    public void publish(List<Listing> listings, long timeMs) {
        for (Listing listing : listings) {
            send(feed.listing(listing), listing.symbol(), timeMs);
            send("exit-context", listing.symbol(), ExchangeJson.context(listing), timeMs);
        }
        producer.flush();
    }

    @Override
    public void onMarkPrice(String symbol, BigDecimal mark, long timeMs) {
        send(feed.markPrice(new MarkedPrice(symbol, mark, timeMs)), symbol, timeMs);
    }

    @Override
    public void onFill(ExchangeFill fill) {
        send(feed.fill(fill), fill.symbol(), fill.timeMs());
    }

    @Override
    public void onPosition(ExchangeSnapshot snapshot) {
        send(feed.position(snapshot), snapshot.symbol(), snapshot.timeMs());
    }

    @Override
    public void onReport(ExchangeReport report) {
        send(feed.report(report), report.symbol(), report.timeMs());
    }

    /** Returns when the broker has everything that was sent. */
    public void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }

    private void send(List<Feed.Message> messages, String symbol, long timeMs) {
        messages.forEach(message -> send(message.topic(), symbol, message.json(), timeMs));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback stores a failure, the next send throws it
    private void send(String topic, String symbol, String json, long timeMs) {
        Exception failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("the exchange could not publish: " + failed.getMessage(), failed);
        }
        producer.send(new ProducerRecord<>(topic, null, timeMs, symbol, json), (metadata, problem) -> {
            if (problem != null) {
                failure.compareAndSet(null, problem);
            }
        });
    }
}
