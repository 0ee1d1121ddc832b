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
 * A consumer that does not hand a record on before those that Streams must process first: see {@link TaskInputs}. What is held counts
 * as not fetched: for positions, offsets and lags. While nothing is held and no other input lags, what was polled goes on at once. What
 * follows each other of a batched topic goes on as one {@link RecordBatch}.
 */
final class OrderedConsumer implements InterceptedMethods {

    /** How long to wait for what is awaited: that an input has nothing left arrives without a record. */
    private static final Duration RECHECK = Duration.ofMillis(10);

    private final Consumer<byte[], byte[]> consumer;
    private final int enough;
    private final AssignedPartitions assigned;
    private final Pauses pauses;

    private OrderedConsumer(Consumer<byte[], byte[]> consumer, int enough, Set<String> batched) {
        this.consumer = consumer;
        this.enough = enough;
        this.assigned = new AssignedPartitions(batched);
        this.pauses = new Pauses(consumer);
    }

    /**
     * Holds less than {@code maxPollRecords} of a partition before it fetches more of it: less than twice as many at most. Hands the
     * topics {@code batched} on in batches.
     */
    static Consumer<byte[], byte[]> over(Consumer<byte[], byte[]> consumer, int maxPollRecords, Set<String> batched) {
        return ConsumerProxy.of(consumer, new OrderedConsumer(consumer, maxPollRecords, batched));
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        pauses.full(assigned.holding(enough));
        ConsumerRecords<byte[], byte[]> polled = consumer.poll(patience(timeout));
        assigned.refresh(consumer);
        return isInOrder(polled) ? passed(polled) : ordered(polled);
    }

    private Duration patience(Duration timeout) {
        List<TaskInputs> holding = assigned.holding();
        if (holding.isEmpty()) {
            return timeout;
        }
        boolean canGoOn = holding.stream()
                .anyMatch(inputs -> inputs.next(pauses.byStreams()).isPresent());
        return canGoOn ? Duration.ZERO : timeout.compareTo(RECHECK) < 0 ? timeout : RECHECK;
    }

    private boolean isInOrder(ConsumerRecords<byte[], byte[]> polled) {
        Set<TopicPartition> partitions = polled.partitions();
        partitions.forEach(partition -> assigned.inputsWith(partition).look(consumer));
        return assigned.holding().isEmpty()
                && partitions.stream()
                        .allMatch(partition -> assigned.inputsWith(partition).areOne(partitions));
    }

    private ConsumerRecords<byte[], byte[]> passed(ConsumerRecords<byte[], byte[]> polled) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> passed = new LinkedHashMap<>();
        for (TopicPartition partition : polled.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> records = polled.records(partition);
            PartitionBuffer lane = assigned.lane(partition);
            lane.passed(records.get(records.size() - 1));
            passed.put(partition, lane.forStreams(records));
        }
        return new ConsumerRecords<>(passed, polled.nextOffsets());
    }

    private ConsumerRecords<byte[], byte[]> ordered(ConsumerRecords<byte[], byte[]> polled) {
        polled.partitions().forEach(partition -> assigned.lane(partition).hold(polled.records(partition)));
        PollResult handout = new PollResult();
        for (Map.Entry<TopicPartition, OffsetAndMetadata> next :
                polled.nextOffsets().entrySet()) {
            PartitionBuffer lane = assigned.lane(next.getKey());
            lane.fetchedTo(next.getValue());
            handout.moved(lane);
        }
        assigned.holding().forEach(inputs -> handOn(inputs, handout));
        return handout.asPolled();
    }

    private void handOn(TaskInputs inputs, PollResult handout) {
        inputs.look(consumer);
        Optional<PartitionBuffer> next = inputs.next(pauses.byStreams());
        while (next.isPresent()) {
            PartitionBuffer lane = next.get();
            handout.add(lane, lane.takeUntil(inputs.turnOf(lane)));
            next = inputs.next(pauses.byStreams());
        }
    }

    @Override
    public long position(TopicPartition partition) {
        Optional<PartitionBuffer> lane = assigned.holding(partition);
        return lane.isPresent() ? lane.get().headOffset() : consumer.position(partition);
    }

    @Override
    public long position(TopicPartition partition, Duration timeout) {
        Optional<PartitionBuffer> lane = assigned.holding(partition);
        return lane.isPresent() ? lane.get().headOffset() : consumer.position(partition, timeout);
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
