package io.exitbrain.topology.fast.intake;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * A model of a stream thread with one task and {@code max.task.idle.ms=-1}. It takes the record with the smallest time among the heads of
 * its queues, pauses full queues, and commits as Streams does.
 */
final class StreamsModel {

    private static final int MAX_BUFFERED = 5;

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Deque<ConsumerRecord<byte[], byte[]>>> queues = new LinkedHashMap<>();
    private final Map<TopicPartition, Long> nextOffsets = new HashMap<>();
    private final Set<TopicPartition> toResume = new HashSet<>();
    private final List<Long> processed = new ArrayList<>();

    StreamsModel(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    void poll() {
        consumer.resume(toResume);
        toResume.clear();
        ConsumerRecords<byte[], byte[]> polled = consumer.poll(Duration.ofMillis(100));
        for (TopicPartition input : polled.partitions()) {
            if (consumer.paused().contains(input)) {
                throw new AssertionError(input + " is paused and was handed on");
            }
            Deque<ConsumerRecord<byte[], byte[]>> queue = queues.computeIfAbsent(input, none -> new ArrayDeque<>());
            queue.addAll(polled.records(input));
            if (queue.size() > MAX_BUFFERED) {
                consumer.pause(Set.of(input));
            }
        }
        polled.nextOffsets().forEach((input, next) -> nextOffsets.put(input, next.offset()));
    }

    void process(int records) {
        for (int i = 0; i < records && processNext(); i++) {}
    }

    private boolean processNext() {
        Optional<Deque<ConsumerRecord<byte[], byte[]>>> next = queues.values().stream()
                .filter(queue -> !queue.isEmpty())
                .min(Comparator.comparingLong(queue -> queue.getFirst().timestamp()));
        next.ifPresent(queue -> {
            ConsumerRecord<byte[], byte[]> record = queue.removeFirst();
            Fetches.opened(List.of(record)).forEach(one -> processed.add(one.timestamp()));
            if (queue.size() <= MAX_BUFFERED) {
                toResume.add(new TopicPartition(record.topic(), record.partition()));
            }
        });
        return next.isPresent();
    }

    /** The times of the processed records, in the order of processing. */
    List<Long> processed() {
        return List.copyOf(processed);
    }

    /** The offsets that Streams would commit now. */
    Map<TopicPartition, Long> committable() {
        Map<TopicPartition, Long> offsets = new HashMap<>(nextOffsets);
        queues.forEach((input, queue) -> {
            if (!queue.isEmpty()) {
                offsets.put(input, queue.getFirst().offset());
            }
        });
        return offsets;
    }
}
