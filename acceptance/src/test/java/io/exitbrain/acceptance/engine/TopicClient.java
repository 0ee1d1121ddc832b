package io.exitbrain.acceptance.engine;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Sends records to topics and reads committed records. */
public final class TopicClient implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Map<String, Object> client;
    private final KafkaProducer<String, byte[]> producer;

    public TopicClient(String bootstrapServers) {
        this(bootstrapServers, Placement.MURMUR2);
    }

    /** {@code client} are the settings of the clients, with {@code bootstrap.servers} and credentials. */
    public TopicClient(Map<String, Object> client) {
        this(client, Placement.MURMUR2);
    }

    TopicClient(String bootstrapServers, Placement placement) {
        this(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers), placement);
    }

    private TopicClient(Map<String, Object> client, Placement placement) {
        Map<String, Object> settings = new HashMap<>(client);
        if (!placement.partitioner().isEmpty()) {
            settings.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, placement.partitioner());
        }
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2_000_000);
        this.client = Map.copyOf(client);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Sends {@code json} and waits until the broker has it. In {@code json} single quotes stand for double quotes. */
    public void send(String topic, @Nullable String key, @Nullable String json) {
        byte[] value = json == null ? null : json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        try {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        } catch (ExecutionException refused) {
            throw new AssertionError(topic + " refused the record", refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** The committed records of {@code topic} that match {@code filter}. Waits until there are {@code count} of them. */
    public List<ConsumerRecord<String, String>> committed(
            String topic, int count, Predicate<ConsumerRecord<String, String>> filter) {
        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = System.nanoTime() + TIMEOUT.toNanos();
            while (found.size() < count && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(50)).forEach(record -> {
                    if (filter.test(record)) {
                        found.add(record);
                    }
                });
            }
        }
        if (found.size() < count) {
            throw new AssertionError("expected " + count + " records on " + topic + ", were " + found);
        }
        return found;
    }

    static String reasonOf(ConsumerRecord<?, ?> letter) {
        return Optional.ofNullable(letter.headers().lastHeader("reason"))
                .map(Header::value)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }

    private KafkaConsumer<String, String> consumer() {
        Properties properties = new Properties();
        properties.putAll(client);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
    }

    @Override
    public void close() {
        producer.close();
    }
}
