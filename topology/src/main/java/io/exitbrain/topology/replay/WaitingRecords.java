package io.exitbrain.topology.replay;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records that wait to be processed: those of one topic in their order, the topics by the time of their oldest record, as a task of
 * Kafka Streams takes them.
 */
final class WaitingRecords {

    private final Map<String, Waiting> byTopic = new HashMap<>();
    private final PriorityQueue<Waiting> byTime = new PriorityQueue<>(Comparator.comparingLong(Waiting::time));

    private record Waiting(Deque<ConsumerRecord<@Nullable Object, @Nullable Object>> records) {

        long time() {
            return records.getFirst().timestamp();
        }
    }

    void add(ConsumerRecord<@Nullable Object, @Nullable Object> record) {
        Waiting waiting = byTopic.computeIfAbsent(record.topic(), topic -> new Waiting(new ArrayDeque<>()));
        boolean isFirst = waiting.records().isEmpty();
        waiting.records().add(record);
        if (isFirst) {
            byTime.add(waiting);
        }
    }

    /** Removes the next record; empty if none waits. */
    Optional<ConsumerRecord<@Nullable Object, @Nullable Object>> next() {
        Waiting waiting = byTime.poll();
        if (waiting == null) {
            return Optional.empty();
        }
        ConsumerRecord<@Nullable Object, @Nullable Object> record =
                waiting.records().removeFirst();
        if (!waiting.records().isEmpty()) {
            byTime.add(waiting);
        }
        return Optional.of(record);
    }
}
