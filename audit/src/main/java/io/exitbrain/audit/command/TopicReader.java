package io.exitbrain.audit.command;

import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.audit.record.RecordMerge;
import io.exitbrain.domain.policy.Mode;
import io.exitbrain.topology.context.SymbolPartition;
import io.exitbrain.topology.flow.RecordTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the engine's topics from their begin, committed records only, merged by timestamp. It has no consumer group and commits nothing. */
final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final int MAX_WAITING = 2_000;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final EngineTopics topics;
    private final RecordMerge merge = new RecordMerge();
    private final Map<TopicPartition, Long> times = new HashMap<>();

    private TopicReader(KafkaConsumer<byte[], byte[]> consumer, EngineTopics topics) {
        this.consumer = consumer;
        this.topics = topics;
    }

    /** Throws {@link AuditFailed} if a topic is missing or the brokers do not answer. */
    static TopicReader open(Properties client, Mode mode) {
        Properties properties = new Properties();
        properties.putAll(client);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER_WITHIN.toMillis());
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            EngineTopics topics = EngineTopics.on(consumer, mode);
            consumer.assign(topics.all());
            consumer.seekToBeginning(topics.all());
            return new TopicReader(consumer, topics);
        } catch (KafkaException failure) {
            consumer.close();
            throw new AuditFailed("cannot read the topics: " + failure.getMessage(), failure);
        } catch (AuditFailed missing) {
            consumer.close();
            throw missing;
        }
    }

    EngineTopics topics() {
        return topics;
    }

    /** Calls {@code action} with each partition of which the first records are gone. */
    void headless(BiConsumer<String, Integer> action) {
        consumer.beginningOffsets(topics.all()).forEach((partition, begin) -> {
            if (begin > 0) {
                action.accept(partition.topic().replace("shadow.", ""), partition.partition());
            }
        });
    }

    /** Passes on every record before {@code horizon} that was not passed on before; the entries of global topics come first. */
    void readTo(Horizon horizon, Consumer<AuditRecord> sink) {
        List<TopicPartition> globals = topics.all().stream()
                .filter(partition -> topics.isGlobal(partition.topic()))
                .toList();
        read(globals, horizon, sink);
        read(topics.all(), horizon, sink);
    }

    private void read(List<TopicPartition> partitions, Horizon horizon, Consumer<AuditRecord> sink) {
        long answeredNanos = System.nanoTime();
        while (!unread(partitions, horizon).isEmpty()) {
            balance(partitions, horizon);
            boolean hasAnswer = poll(horizon);
            answeredNanos = hasAnswer ? System.nanoTime() : answeredNanos;
            List<String> unread = unread(partitions, horizon);
            // The oldest record of every partition is known.
            merge.pass(waiting -> unread.stream().allMatch(partition -> waiting.waiting(partition) > 0), sink);
            if (System.nanoTime() - answeredNanos > ANSWER_WITHIN.toNanos()) {
                throw new AuditFailed("the brokers sent no record within %d s".formatted(ANSWER_WITHIN.toSeconds()));
            }
        }
        merge.pass(any -> true, sink);
    }

    private boolean poll(Horizon horizon) {
        boolean hasAnswer = false;
        try {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                hasAnswer = true;
                take(record, horizon);
            }
        } catch (InvalidOffsetException deleted) {
            throw new AuditFailed(
                    "records of %s were deleted while the audit read them: start it again"
                            .formatted(deleted.partitions()),
                    deleted);
        } catch (KafkaException failure) {
            throw new AuditFailed("cannot read the topics: " + failure.getMessage(), failure);
        }
        return hasAnswer;
    }

    /** What is beyond the horizon is read again later. */
    private void take(ConsumerRecord<byte[], byte[]> record, Horizon horizon) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        if (record.offset() >= horizon.end(partition)) {
            consumer.seek(partition, Math.min(record.offset(), consumer.position(partition)));
            return;
        }
        long time = RecordTime.of(record, times.getOrDefault(partition, 0L));
        times.put(partition, time);
        if (!isSentOn(record) && !TopicRecord.isMarker(record)) {
            merge.add(partition.toString(), TopicRecord.of(record, time));
        }
    }

    /** The engine sends a record on another partition than that of its symbol there, and does not decide on it here. */
    private boolean isSentOn(ConsumerRecord<byte[], byte[]> record) {
        return topics.isInput(record.topic())
                && !topics.isGlobal(record.topic())
                && record.key() != null
                && SymbolPartition.of(record.key(), topics.partitionsOf(record.topic())) != record.partition();
    }

    /** Does not fetch what is beyond the horizon, nor more of a partition than is needed for the merge. */
    private void balance(List<TopicPartition> partitions, Horizon horizon) {
        List<TopicPartition> done = topics.all().stream()
                .filter(partition -> !partitions.contains(partition)
                        || isRead(partition, horizon)
                        || merge.waiting(partition.toString()) > MAX_WAITING)
                .toList();
        consumer.pause(done);
        consumer.resume(topics.all().stream()
                .filter(partition -> !done.contains(partition))
                .toList());
    }

    private boolean isRead(TopicPartition partition, Horizon horizon) {
        return consumer.position(partition) >= horizon.end(partition);
    }

    /** The names of the partitions that are not read to the horizon. They change with a poll only. */
    private List<String> unread(List<TopicPartition> partitions, Horizon horizon) {
        return partitions.stream()
                .filter(partition -> !isRead(partition, horizon))
                .map(TopicPartition::toString)
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
