package io.exitbrain.topology.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;

/** Consumers without a group that read committed records. They commit nothing and never join the group of the engine. */
public final class Consumers implements Supplier<Consumer<String, byte[]>> {

    private static final int MAX_POLL_RECORDS = 5_000;

    /** A fetch waits this long for {@link #MIN_FETCH_BYTES}, so that a busy topic does not cost a fetch for each record. */
    private static final int MAX_FETCH_WAIT_MS = 100;

    private static final int MIN_FETCH_BYTES = 16 * 1024;

    /** A browser does not wait longer for brokers that do not answer. */
    private static final int API_TIMEOUT_MS = 5_000;

    private final Map<String, Object> settings;

    private Consumers(Map<String, Object> settings) {
        this.settings = settings;
    }

    /** Consumers with the connection of the engine, whose settings of Kafka Streams are {@code streams}. */
    public static Consumers of(Properties streams) {
        Map<String, Object> settings = new HashMap<>(new StreamsConfig(streams).getGlobalConsumerConfigs("page"));
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // The broker deletes old records at any time: a look-back then goes on with the oldest that is left.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, MAX_FETCH_WAIT_MS);
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, MIN_FETCH_BYTES);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, API_TIMEOUT_MS);
        return new Consumers(settings);
    }

    @Override
    public Consumer<String, byte[]> get() {
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** The partitions of {@code topic}; none if it does not exist. */
    static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        List<PartitionInfo> known = consumer.partitionsFor(topic);
        return known == null
                ? List.of()
                : known.stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
    }
}
