package io.exitbrain.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The records on the topics when a candidate starts: one open position for each symbol, then the prices of a {@link Market}. */
public record Load(int symbols, int prices) {

    private static final int BATCH_BYTES = 256 * 1024;
    private static final int LINGER_MS = 20;
    private static final long SPAN_MS = 20 * 60_000;
    private static final byte[] POSITION =
            "{\"positionAmt\":\"1\",\"entryPrice\":\"%s\",\"markPrice\":\"%s\",\"leverage\":3}"
                    .formatted(Market.ENTRY, Market.FIRST_MARK)
                    .getBytes(StandardCharsets.UTF_8);

    public Load {
        if (symbols < 1 || prices < 0) {
            throw new IllegalArgumentException(
                    "a load needs at least one symbol and no negative number of prices, was %d and %d"
                            .formatted(symbols, prices));
        }
    }

    /** The name of the rows of this load. */
    public String label() {
        return String.format(Locale.ROOT, "%,d symbols", symbols);
    }

    /** Sends all records; throws if the broker refuses the last one. */
    public void produce(String bootstrapServers) throws ExecutionException, InterruptedException {
        long start = System.currentTimeMillis() - SPAN_MS;
        try (KafkaProducer<String, byte[]> producer = producer(bootstrapServers)) {
            producePositions(producer, start).get();
            producePrices(producer, start).get();
        }
    }

    private static KafkaProducer<String, byte[]> producer(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4",
                ProducerConfig.LINGER_MS_CONFIG, LINGER_MS,
                ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private Future<?> producePositions(KafkaProducer<String, byte[]> producer, long time) {
        Future<RecordMetadata> last = CompletableFuture.completedFuture(null);
        for (int symbol = 0; symbol < symbols; symbol++) {
            last = producer.send(new ProducerRecord<>("positions", null, time, Market.nameOf(symbol), POSITION));
        }
        return last;
    }

    private Future<?> producePrices(KafkaProducer<String, byte[]> producer, long start) {
        Market market = new Market(symbols);
        Future<RecordMetadata> last = CompletableFuture.completedFuture(null);
        for (int i = 0; i < prices; i++) {
            market.next();
            long time = start + 1 + (SPAN_MS - 1) * i / prices;
            last = producer.send(new ProducerRecord<>(
                    "mark-prices", null, time, Market.nameOf(market.symbol()), market.payload(time)));
        }
        return last;
    }
}
