package io.exitbrain.audit.topics;

import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.audit.record.RecordMerge;
import io.exitbrain.topology.flow.RecordTime;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads partitions, committed records only, and passes them on by the time that the engine gives them. Each partition keeps its order. It
 * has no consumer group and commits nothing.
 */
public final class MergedReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final int MAX_WAITING = 2_000;

    /** So many records behind one show whether its timestamp is far ahead of them. */
    private static final int LOOK_AHEAD = 100;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> assigned;
    private final BiFunction<ConsumerRecord<byte[], byte[]>, Long, Optional<AuditRecord>> intake;
    private final RecordMerge merge;
    private final Map<TopicPartition, Long> times = new HashMap<>();

    private MergedReader(
            KafkaConsumer<byte[], byte[]> consumer,
            List<TopicPartition> assigned,
            BiFunction<ConsumerRecord<byte[], byte[]>, Long, Optional<AuditRecord>> intake) {
        this.consumer = consumer;
        this.assigned = assigned;
        this.intake = intake;
        this.merge =
                new RecordMerge(assigned.stream().map(TopicPartition::toString).toList());
    }

    /**
     * Begins at the begin of each partition.
     *
     * @param client the settings of a client
     * @param partitions in the order that counts for records of equal times
     * @param intake gets each record and its time, epoch milliseconds; empty = the record is left out
     * @throws TopicsUnreadable the brokers do not answer
     */
    public static MergedReader open(
            Properties client,
            List<TopicPartition> partitions,
            BiFunction<ConsumerRecord<byte[], byte[]>, Long, Optional<AuditRecord>> intake) {
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings(client), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return new MergedReader(consumer, partitions, intake);
        } catch (KafkaException failure) {
            consumer.close();
            throw unreadable(failure);
        }
    }

    private static Properties settings(Properties client) {
        Properties settings = new Properties();
        settings.putAll(client);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER_WITHIN.toMillis());
        return settings;
    }

    /** The first offset of each partition that is still there. */
    public Map<TopicPartition, Long> beginnings() {
        return consumer.beginningOffsets(assigned);
    }

    /** Goes on at these offsets. */
    public void seek(Map<TopicPartition, Long> offsets) {
        offsets.forEach(consumer::seek);
    }

    /** Passes on every record of {@code partitions} before {@code horizon} that was not passed on before. */
    public void read(Collection<TopicPartition> partitions, Horizon horizon, Consumer<AuditRecord> sink) {
        long answeredNanos = System.nanoTime();
        while (!unread(partitions, horizon).isEmpty()) {
            balance(partitions, horizon);
            boolean hasAnswer = poll(horizon);
            answeredNanos = hasAnswer ? System.nanoTime() : answeredNanos;
            List<String> unread = unread(partitions, horizon);
            // The oldest record of every partition is known, and what is behind it.
            merge.pass(waiting -> unread.stream().allMatch(partition -> waiting.waiting(partition) > LOOK_AHEAD), sink);
            requireAnswerAfter(answeredNanos);
        }
        merge.pass(any -> true, sink);
    }

    private static void requireAnswerAfter(long answeredNanos) {
        if (System.nanoTime() - answeredNanos > ANSWER_WITHIN.toNanos()) {
            throw new TopicsUnreadable("the brokers sent no record within %d s".formatted(ANSWER_WITHIN.toSeconds()));
        }
    }

    private boolean poll(Horizon horizon) {
        boolean hasAnswer = false;
        try {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                hasAnswer = true;
                take(record, horizon);
            }
        } catch (InvalidOffsetException deleted) {
            throw new TopicsUnreadable(
                    "records of %s were deleted while they were read: start again".formatted(deleted.partitions()),
                    deleted);
        } catch (KafkaException failure) {
            throw unreadable(failure);
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
        times.merge(partition, time, Math::max);
        intake.apply(record, time).ifPresent(taken -> merge.add(partition.toString(), taken));
    }

    /** Does not fetch what is beyond the horizon, nor more of a partition than is needed for the merge. */
    private void balance(Collection<TopicPartition> partitions, Horizon horizon) {
        List<TopicPartition> done = assigned.stream()
                .filter(partition -> !partitions.contains(partition)
                        || isRead(partition, horizon)
                        || merge.waiting(partition.toString()) > MAX_WAITING)
                .toList();
        consumer.pause(done);
        consumer.resume(
                assigned.stream().filter(partition -> !done.contains(partition)).toList());
    }

    private boolean isRead(TopicPartition partition, Horizon horizon) {
        return consumer.position(partition) >= horizon.end(partition);
    }

    /** The names of the partitions that are not read to the horizon. They change with a poll only. */
    private List<String> unread(Collection<TopicPartition> partitions, Horizon horizon) {
        return partitions.stream()
                .filter(partition -> !isRead(partition, horizon))
                .map(TopicPartition::toString)
                .toList();
    }

    private static TopicsUnreadable unreadable(KafkaException failure) {
        return new TopicsUnreadable("cannot read the topics: " + failure.getMessage(), failure);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
