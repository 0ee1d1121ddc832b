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

/** Puts everything the exchange says on its topic, keyed by symbol. */
public final class ExchangePublisher implements ExchangeListener, AutoCloseable {

    private final Producer<String, String> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    public ExchangePublisher(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG,
                "paper-exchange",
                ProducerConfig.LINGER_MS_CONFIG,
                0);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    /** The exchange's filters and what is known of each market, for the engine to plan with. */
    public void list(List<Instrument> instruments) {
        for (Instrument listed : instruments) {
            send("instruments", listed.symbol(), ExchangeJson.instrument(listed));
            send("exit-context", listed.symbol(), ExchangeJson.context(listed));
        }
        producer.flush();
    }

    @Override
    public void priced(String symbol, BigDecimal mark, long timeMs) {
        send("mark-prices", symbol, ExchangeJson.markPrice(symbol, mark, timeMs));
    }

    @Override
    public void filled(Fill fill) {
        send("order-fills", fill.symbol(), ExchangeJson.fill(fill));
    }

    @Override
    public void held(Snapshot snapshot) {
        send("positions", snapshot.symbol(), ExchangeJson.position(snapshot));
    }

    @Override
    public void reported(ExecutionReport report) {
        send("execution-reports", report.symbol(), ExchangeJson.report(report));
    }

    /** Returns once everything sent so far is on the broker. */
    public void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of a failure, the next send tells it
    private void send(String topic, String symbol, String json) {
        Exception failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("the exchange could not publish: " + failed.getMessage(), failed);
        }
        producer.send(new ProducerRecord<>(topic, symbol, json), (metadata, problem) -> {
            if (problem != null) {
                failure.compareAndSet(null, problem);
            }
        });
    }
}
