package io.exitbrain.benchmarks.load;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A producer for many records at once. */
final class BulkProducer {

    private static final int BATCH_BYTES = 256 * 1024;
    private static final int LINGER_MS = 20;

    private BulkProducer() {}

    static KafkaProducer<String, byte[]> to(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4",
                ProducerConfig.LINGER_MS_CONFIG, LINGER_MS,
                ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}
