package io.exitbrain.benchmarks.candidates;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The Kafka clients of the hand-written loops, tuned by measurement: large fetches and large compressed batches. */
final class LoopClients {

    private static final int MAX_RECORDS = 5_000;
    private static final int PARTITION_BYTES = 4 * 1024 * 1024;
    private static final int BATCH_BYTES = 256 * 1024;
    private static final int BUFFER_BYTES = 64 * 1024 * 1024;
    private static final int TRANSACTION_TIMEOUT_MS = 10_000;

    private LoopClients() {}

    static KafkaConsumer<String, byte[]> consumer(Setup setup) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                setup.bootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG,
                setup.applicationId(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                MAX_RECORDS,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                PARTITION_BYTES);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** A producer that waits {@code lingerMs} for its batches to fill. */
    static KafkaProducer<String, byte[]> producer(Setup setup, long lingerMs) {
        return producer(common(setup, lingerMs));
    }

    /** The same with transactions. If a transaction must wait for the end of the one before, it asks again after 2 ms. */
    static KafkaProducer<String, byte[]> transactional(Setup setup, long lingerMs) {
        Map<String, Object> settings = common(setup, lingerMs);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, setup.applicationId());
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
        settings.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 2);
        KafkaProducer<String, byte[]> producer = producer(settings);
        producer.initTransactions();
        return producer;
    }

    private static KafkaProducer<String, byte[]> producer(Map<String, Object> settings) {
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private static Map<String, Object> common(Setup setup, long lingerMs) {
        return new HashMap<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, setup.bootstrapServers(),
                ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4",
                ProducerConfig.LINGER_MS_CONFIG, lingerMs,
                ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES,
                ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES));
    }
}
