package io.exitbrain.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * One open position a symbol, then prices of which about one in eight improves the best price and one in twenty moves the sent stop;
 * none fires it. Seeded: every run measures the same prices.
 */
record Load(String bootstrapServers, int prices, int symbols) {

    private static final double IMPROVING = 0.126;
    private static final long SEED = 42;
    private static final long SPAN_MS = 20 * 60_000;

    /** Sends everything; throws where the broker refused the last record of it. */
    void produce() throws ExecutionException, InterruptedException {
        Random random = new Random(SEED);
        double[] best = new double[symbols];
        Future<RecordMetadata> last = new CompletableFuture<>();
        long start = System.currentTimeMillis() - SPAN_MS;
        try (KafkaProducer<String, byte[]> producer = producer()) {
            for (int symbol = 0; symbol < symbols; symbol++) {
                best[symbol] = 100;
                last = send(
                        producer,
                        "positions",
                        symbol,
                        start,
                        "{\"positionAmt\":\"1\",\"entryPrice\":\"100\",\"leverage\":5}");
            }
            producer.flush();
            for (int i = 0; i < prices; i++) {
                int symbol = i % symbols;
                boolean improves = random.nextDouble() < IMPROVING;
                best[symbol] *= improves ? 1 + random.nextDouble() * 0.0004 : 1;
                double price = improves ? best[symbol] : best[symbol] * (1 - random.nextDouble() * 0.008);
                long time = start + 1 + (SPAN_MS - 1) * i / prices;
                last = send(producer, "mark-prices", symbol, time, payload(symbol, price, time));
            }
            last.get();
        }
    }

    private static String payload(int symbol, double price, long time) {
        return "{\"e\":\"markPriceUpdate\",\"E\":%d,\"s\":\"%s\",\"p\":\"%s\"}"
                .formatted(time, name(symbol), Math.round(price * 10_000) / 10_000.0);
    }

    private static String name(int symbol) {
        return "S" + symbol + "USDT";
    }

    private static Future<RecordMetadata> send(
            KafkaProducer<String, byte[]> producer, String topic, int symbol, long time, String json) {
        return producer.send(
                new ProducerRecord<>(topic, null, time, name(symbol), json.getBytes(StandardCharsets.UTF_8)));
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.LINGER_MS_CONFIG,
                        20,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        256 * 1024),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
