package io.exitbrain.audit.topics;

import io.exitbrain.audit.record.Coordinates;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * How far topics are read. Of each input it is what the engine has committed. Of each output it is everything that was there after that,
 * so that no output of these inputs is missing.
 */
public final class Horizon {

    private static final Duration TRANSACTIONS_END_WITHIN = Duration.ofSeconds(15);
    private static final long ASK_AGAIN_MS = 20;

    private final Map<TopicPartition, Long> ends;

    private final boolean hasCommits;

    private Horizon(Map<TopicPartition, Long> ends, boolean hasCommits) {
        this.ends = ends;
        this.hasCommits = hasCommits;
    }

    /** Throws {@link TopicsUnreadable} if the brokers refuse, or if a transaction on an output does not end. */
    public static Horizon now(Admin admin, EngineTopics topics, String applicationId) {
        Map<TopicPartition, OffsetAndMetadata> committed =
                Answer.of(admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata());
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

    /** Everything that is committed now, whatever the engine has read of it. */
    public static Horizon ofCommitted(Admin admin, EngineTopics topics) {
        return new Horizon(ends(admin, topics.all(), IsolationLevel.READ_COMMITTED), false);
    }

    /** This horizon, but no partition beyond its offset in {@code offsets}. */
    public Horizon before(Map<TopicPartition, Long> offsets) {
        Map<TopicPartition, Long> cut = new HashMap<>(ends);
        offsets.forEach((partition, offset) -> cut.merge(partition, offset, Math::min));
        return new Horizon(cut, hasCommits);
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
                throw new TopicsUnreadable(
                        "a transaction on an output topic does not end: it would be read only in part");
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
            throw new TopicsUnreadable("was interrupted while it waited for a transaction", interrupted);
        }
    }

    private static Map<TopicPartition, Long> ends(
            Admin admin, Collection<TopicPartition> partitions, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        Answer.of(admin.listOffsets(latest, new ListOffsetsOptions(isolation)).all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /** Whether the engine has committed anything. Without that, every input counts as decided. */
    public boolean hasCommits() {
        return hasCommits;
    }

    /** The offset after the last record to read. */
    public long end(TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    /** Whether the engine had not committed the input. */
    public boolean isBeyond(Coordinates input) {
        TopicPartition partition = new TopicPartition(input.topic(), input.partition());
        return ends.containsKey(partition) && input.offset() >= end(partition);
    }
}
