package io.exitbrain.topology.fast.intake;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * A consumer that delivers a record only after the records that Streams must process first: see {@link TaskInputs}. Held records count
 * as not fetched for positions, offsets and lags. If nothing is held and no other input lags, polled records are delivered at once.
 * Consecutive records of a batched topic are delivered as one {@link RecordBatch}.
 */
final class OrderedConsumer implements InterceptedMethods {

    /** Longest wait while records are held, because the news that an input is exhausted arrives without a record. */
    private static final Duration RECHECK = Duration.ofMillis(10);

    private final Consumer<byte[], byte[]> consumer;
    private final int maxHeld;
    private final AssignedPartitions assigned;
    private final Pauses pauses;

    private OrderedConsumer(Consumer<byte[], byte[]> consumer, int maxHeld, Inputs inputs) {
        this.consumer = consumer;
        this.maxHeld = maxHeld;
        this.assigned = new AssignedPartitions(inputs);
        this.pauses = new Pauses(consumer);
    }

    /**
     * Fetches more of a partition only while it holds fewer than {@code maxPollRecords} records of it, so it holds fewer than twice as
     * many.
     */
    static Consumer<byte[], byte[]> over(Consumer<byte[], byte[]> consumer, int maxPollRecords, Inputs inputs) {
        return ConsumerProxy.of(consumer, new OrderedConsumer(consumer, maxPollRecords, inputs));
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        pauses.full(assigned.holding(maxHeld));
        ConsumerRecords<byte[], byte[]> polled = consumer.poll(pollTimeout(timeout));
        assigned.refresh(consumer);
        return isInOrder(polled) ? forwarded(polled) : ordered(polled);
    }

    private Duration pollTimeout(Duration timeout) {
        List<TaskInputs> holding = assigned.holding();
        if (holding.isEmpty()) {
            return timeout;
        }
        boolean canDeliver = holding.stream()
                .anyMatch(inputs -> inputs.next(pauses.byStreams()).isPresent());
        return canDeliver ? Duration.ZERO : timeout.compareTo(RECHECK) < 0 ? timeout : RECHECK;
    }

    private boolean isInOrder(ConsumerRecords<byte[], byte[]> polled) {
        Set<TopicPartition> partitions = polled.partitions();
        partitions.forEach(partition -> assigned.inputsWith(partition).updateLag(consumer));
        return assigned.holding().isEmpty()
                && partitions.stream()
                        .allMatch(partition -> assigned.inputsWith(partition).isSingle(partitions));
    }

    private ConsumerRecords<byte[], byte[]> forwarded(ConsumerRecords<byte[], byte[]> polled) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> forwarded = new LinkedHashMap<>();
        for (TopicPartition partition : polled.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> records = polled.records(partition);
            PartitionBuffer buffer = assigned.buffer(partition);
            buffer.forwarded(records.get(records.size() - 1));
            forwarded.put(partition, buffer.forStreams(records));
        }
        return new ConsumerRecords<>(forwarded, polled.nextOffsets());
    }

    private ConsumerRecords<byte[], byte[]> ordered(ConsumerRecords<byte[], byte[]> polled) {
        polled.partitions().forEach(partition -> assigned.buffer(partition).hold(polled.records(partition)));
        PollResult result = new PollResult();
        for (Map.Entry<TopicPartition, OffsetAndMetadata> next :
                polled.nextOffsets().entrySet()) {
            PartitionBuffer buffer = assigned.buffer(next.getKey());
            buffer.fetchedTo(next.getValue());
            result.moved(buffer);
        }
        assigned.holding().forEach(inputs -> deliver(inputs, result));
        return result.asPolled();
    }

    private void deliver(TaskInputs inputs, PollResult result) {
        inputs.updateLag(consumer);
        Optional<PartitionBuffer> next = inputs.next(pauses.byStreams());
        while (next.isPresent()) {
            PartitionBuffer buffer = next.get();
            result.add(buffer, buffer.takeUntil(inputs.nextOtherTime(buffer)));
            next = inputs.next(pauses.byStreams());
        }
    }

    @Override
    public long position(TopicPartition partition) {
        Optional<PartitionBuffer> buffer = assigned.holding(partition);
        return buffer.isPresent() ? buffer.get().headOffset() : consumer.position(partition);
    }

    @Override
    public long position(TopicPartition partition, Duration timeout) {
        Optional<PartitionBuffer> buffer = assigned.holding(partition);
        return buffer.isPresent() ? buffer.get().headOffset() : consumer.position(partition, timeout);
    }

    @Override
    public OptionalLong currentLag(TopicPartition partition) {
        OptionalLong onBroker = consumer.currentLag(partition);
        int held = assigned.holding(partition).map(PartitionBuffer::held).orElse(0);
        return onBroker.isPresent() ? OptionalLong.of(onBroker.getAsLong() + held) : onBroker;
    }

    @Override
    public void seek(TopicPartition partition, long offset) {
        consumer.seek(partition, offset);
        assigned.forget(Set.of(partition));
    }

    @Override
    public void seek(TopicPartition partition, OffsetAndMetadata offset) {
        consumer.seek(partition, offset);
        assigned.forget(Set.of(partition));
    }

    @Override
    public void seekToBeginning(Collection<TopicPartition> partitions) {
        consumer.seekToBeginning(partitions);
        assigned.forget(partitions.isEmpty() ? consumer.assignment() : partitions);
    }

    @Override
    public void seekToEnd(Collection<TopicPartition> partitions) {
        consumer.seekToEnd(partitions);
        assigned.forget(partitions.isEmpty() ? consumer.assignment() : partitions);
    }

    @Override
    public void pause(Collection<TopicPartition> partitions) {
        pauses.pause(partitions);
    }

    @Override
    public void resume(Collection<TopicPartition> partitions) {
        pauses.resume(partitions);
    }

    @Override
    public Set<TopicPartition> paused() {
        return Set.copyOf(pauses.byStreams());
    }

    @Override
    public void subscribe(Collection<String> topics, ConsumerRebalanceListener listener) {
        consumer.subscribe(topics, new AssignmentListener(listener, assigned::changed, this::gone));
    }

    private void gone(Collection<TopicPartition> partitions) {
        assigned.forget(partitions);
        assigned.changed();
        pauses.forget(partitions);
    }

    @Override
    public void unsubscribe() {
        Set<TopicPartition> all = Set.copyOf(consumer.assignment());
        consumer.unsubscribe();
        gone(all);
    }
}
