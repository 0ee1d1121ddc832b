package io.exitbrain.audit.command;

import io.exitbrain.audit.record.Coordinates;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the audit reads. Of each input it reads what the engine has committed. Of each output it reads everything that was there after
 * that, so that no output of these inputs is missing.
 */
final class Horizon {

    private static final Duration TRANSACTIONS_END_WITHIN = Duration.ofSeconds(15);
    private static final long ASK_AGAIN_MS = 20;

    private final Map<TopicPartition, Long> ends;

    private final boolean hasCommits;

    private Horizon(Map<TopicPartition, Long> ends, boolean hasCommits) {
        this.ends = ends;
        this.hasCommits = hasCommits;
    }

    /** Throws {@link AuditFailed} if the brokers refuse, or if a transaction on an output does not end. */
    static Horizon now(Admin admin, EngineTopics topics, String applicationId) {
        Map<TopicPartition, OffsetAndMetadata> committed =
                result(admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata());
        Map<TopicPartition, Long> logEnds = ends(admin, topics.all(), IsolationLevel.READ_UNCOMMITTED);
        Map<TopicPartition, Long> stable = stableAfter(admin, topics, logEnds);
        Map<TopicPartition, Long> ends = new HashMap<>(stable);
        if (!committed.isEmpty()) {
            topics.all().stream()
                    .filter(partition -> topics.isInput(partition.topic()) && !topics.isGlobal(partition.topic()))
                    .forEach(partition -> ends.put(partition, committedOf(committed, partition)));
        }
        return new Horizon(ends, !committed.isEmpty());
    }

    private static long committedOf(Map<TopicPartition, OffsetAndMetadata> committed, TopicPartition partition) {
        OffsetAndMetadata offset = committed.get(partition);
        return offset == null ? 0 : offset.offset();
    }

    /** A commit becomes visible on one partition after the other: waits until each transaction that was open has ended. */
    private static Map<TopicPartition, Long> stableAfter(
            Admin admin, EngineTopics topics, Map<TopicPartition, Long> logEnds) {
        long deadline = System.nanoTime() + TRANSACTIONS_END_WITHIN.toNanos();
        Map<TopicPartition, Long> stable = ends(admin, topics.all(), IsolationLevel.READ_COMMITTED);
        while (topics.outputs().stream()
                .anyMatch(output -> stable.getOrDefault(output, 0L) < logEnds.getOrDefault(output, 0L))) {
            if (System.nanoTime() > deadline) {
                throw new AuditFailed(
                        "a transaction on an output topic does not end: the audit would read it only in part");
            }
            pause();
            stable.putAll(ends(admin, topics.all(), IsolationLevel.READ_COMMITTED));
        }
        return stable;
    }

    private static void pause() {
        try {
            Thread.sleep(ASK_AGAIN_MS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AuditFailed("was interrupted while it waited for a transaction", interrupted);
        }
    }

    private static Map<TopicPartition, Long> ends(
            Admin admin, Collection<TopicPartition> partitions, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        result(admin.listOffsets(latest, new ListOffsetsOptions(isolation)).all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private static <T> T result(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            throw new AuditFailed("the brokers refused: " + failure.getCause(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AuditFailed("was interrupted while it waited for the brokers", interrupted);
        }
    }

    /** Whether the engine has committed anything. Without that, every input counts as decided. */
    boolean hasCommits() {
        return hasCommits;
    }

    /** The offset after the last record to read. */
    long end(TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    /** Whether the engine had not committed the input. */
    boolean isBeyond(Coordinates input) {
        TopicPartition partition = new TopicPartition(input.topic(), input.partition());
        return ends.containsKey(partition) && input.offset() >= end(partition);
    }
}
