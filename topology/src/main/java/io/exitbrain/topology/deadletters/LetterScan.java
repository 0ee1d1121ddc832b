package io.exitbrain.topology.deadletters;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads {@code dead-letters} from its begin to the end that it had when the scan was opened, committed records only. It can read the same
 * records again. It has no consumer group and commits nothing.
 */
final class LetterScan implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> begins;
    private final Map<TopicPartition, Long> ends;

    private LetterScan(
            KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> begins, Map<TopicPartition, Long> ends) {
        this.consumer = consumer;
        this.begins = begins;
        this.ends = ends;
    }

    /** Throws {@link DeadLettersFailed} if the topic does not exist or the brokers do not answer. */
    static LetterScan open(Properties client) {
        Properties properties = new Properties();
        properties.putAll(client);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER_WITHIN.toMillis());
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            return new LetterScan(consumer, consumer.beginningOffsets(partitions), consumer.endOffsets(partitions));
        } catch (KafkaException failure) {
            consumer.close();
            throw new DeadLettersFailed(
                    "cannot read the topic %s: %s".formatted(Coordinates.TOPIC, failure.getMessage()), failure);
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(Coordinates.TOPIC).stream()
                .map(found -> new TopicPartition(found.topic(), found.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("it does not exist");
        }
        return partitions;
    }

    /** Calls {@code action} with each record in the order of its partition, markers too. */
    void forEach(Consumer<Letter> action) {
        consumer.seekToBeginning(ends.keySet());
        long answeredNanos = System.nanoTime();
        while (!isAtEnd()) {
            boolean hasAnswer = false;
            for (ConsumerRecord<byte[], byte[]> record : polled()) {
                hasAnswer = true;
                if (record.offset() < end(record.partition())) {
                    action.accept(Letter.of(record));
                }
            }
            answeredNanos = hasAnswer ? System.nanoTime() : answeredNanos;
            if (System.nanoTime() - answeredNanos > ANSWER_WITHIN.toNanos()) {
                throw new DeadLettersFailed("the brokers sent no record of %s within %d s"
                        .formatted(Coordinates.TOPIC, ANSWER_WITHIN.toSeconds()));
            }
        }
    }

    private Iterable<ConsumerRecord<byte[], byte[]>> polled() {
        try {
            return consumer.poll(POLL);
        } catch (KafkaException failure) {
            throw new DeadLettersFailed(
                    "cannot read the topic %s: %s".formatted(Coordinates.TOPIC, failure.getMessage()), failure);
        }
    }

    private boolean isAtEnd() {
        return ends.keySet().stream().allMatch(partition -> consumer.position(partition) >= end(partition.partition()));
    }

    /** The first offset of {@code partition}; -1 if there is no such partition. */
    long begin(int partition) {
        return begins.getOrDefault(new TopicPartition(Coordinates.TOPIC, partition), -1L);
    }

    /** The offset after the last record of {@code partition}; -1 if there is no such partition. */
    long end(int partition) {
        return ends.getOrDefault(new TopicPartition(Coordinates.TOPIC, partition), -1L);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
