package io.exitbrain.topology.fast.intake;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
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
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** A consumer of one task's inputs. The test decides separately which records are on the broker and which are fetched. */
final class Fetches extends MockConsumer<byte[], byte[]> {

    static final TopicPartition FILLS = new TopicPartition("order-fills", 0);
    static final TopicPartition POSITIONS = new TopicPartition("positions", 0);
    static final TopicPartition PRICES = new TopicPartition("mark-prices", 0);
    static final TopicPartition REPORTS = new TopicPartition("execution-reports", 0);
    static final List<TopicPartition> INPUTS = List.of(FILLS, POSITIONS, PRICES, REPORTS);

    private final Map<TopicPartition, Deque<ConsumerRecord<byte[], byte[]>>> onBroker = new HashMap<>();
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final Set<TopicPartition> unknown = new HashSet<>();
    private final Map<TopicPartition, OffsetAndMetadata> skipped = new LinkedHashMap<>();

    Fetches() {
        super("earliest");
    }

    /** The consumer under test, with all inputs assigned. It delivers prices in batches. */
    Consumer<byte[], byte[]> ordered(int enough) {
        return ordered(enough, Set.of(PRICES.topic()));
    }

    Consumer<byte[], byte[]> ordered(int enough, Set<String> batched) {
        return ordered(enough, new Inputs(batched, Set.of()));
    }

    Consumer<byte[], byte[]> ordered(int enough, Inputs inputs) {
        return ordered(enough, inputs, new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}
        });
    }

    Consumer<byte[], byte[]> ordered(int enough, ConsumerRebalanceListener listener) {
        return ordered(enough, new Inputs(Set.of(PRICES.topic()), Set.of()), listener);
    }

    private Consumer<byte[], byte[]> ordered(int enough, Inputs inputs, ConsumerRebalanceListener listener) {
        Consumer<byte[], byte[]> ordered = OrderedConsumer.over(this, enough, inputs);
        ordered.subscribe(INPUTS.stream().map(TopicPartition::topic).toList(), listener);
        startAt(Map.of());
        return ordered;
    }

    /** Assigns all inputs. Each begins at its offset in {@code offsets}, or at 0. */
    void startAt(Map<TopicPartition, Long> offsets) {
        rebalance(INPUTS);
        INPUTS.forEach(input -> seek(input, offsets.getOrDefault(input, 0L)));
    }

    Fetches has(TopicPartition input, long... times) {
        for (long time : times) {
            add(input, end(input), time);
        }
        return this;
    }

    void add(TopicPartition input, long offset, long time) {
        onBroker(input).add(record(input, offset, time));
        ends.put(input, offset + 1);
    }

    private Deque<ConsumerRecord<byte[], byte[]>> onBroker(TopicPartition input) {
        return onBroker.computeIfAbsent(input, none -> new ArrayDeque<>());
    }

    private long end(TopicPartition input) {
        return ends.getOrDefault(input, 0L);
    }

    private static ConsumerRecord<byte[], byte[]> record(TopicPartition input, long offset, long time) {
        return new ConsumerRecord<>(
                input.topic(),
                input.partition(),
                offset,
                time,
                TimestampType.CREATE_TIME,
                0,
                0,
                new byte[0],
                new byte[0],
                new RecordHeaders(),
                Optional.of(7));
    }

    /** The next poll brings up to {@code count} records of {@code input}, which are on the broker. */
    Fetches brings(TopicPartition input, int count) {
        Deque<ConsumerRecord<byte[], byte[]>> left = onBroker(input);
        for (int i = 0; i < count && !left.isEmpty(); i++) {
            addRecord(left.removeFirst());
        }
        return this;
    }

    /** The next poll goes past {@code offset} of {@code input} without a record. */
    Fetches skipsTo(TopicPartition input, long offset) {
        skipped.put(input, new OffsetAndMetadata(offset));
        return this;
    }

    Fetches doesNotKnowWhatIsLeftOf(TopicPartition input) {
        unknown.add(input);
        return this;
    }

    Fetches knowsWhatIsLeftOf(TopicPartition input) {
        unknown.remove(input);
        return this;
    }

    /** The records in {@code delivered}; those of batches one by one. */
    static List<ConsumerRecord<byte[], byte[]>> opened(Iterable<ConsumerRecord<byte[], byte[]>> delivered) {
        List<ConsumerRecord<byte[], byte[]>> opened = new ArrayList<>();
        delivered.forEach(
                record -> opened.addAll(RecordBatch.in(record.headers()).orElse(List.of(record))));
        return opened;
    }

    @Override
    public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        ConsumerRecords<byte[], byte[]> polled = super.poll(timeout);
        return skipped.isEmpty() ? polled : withSkipped(polled);
    }

    private ConsumerRecords<byte[], byte[]> withSkipped(ConsumerRecords<byte[], byte[]> fetched) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = new HashMap<>();
        fetched.partitions().forEach(input -> records.put(input, fetched.records(input)));
        Map<TopicPartition, OffsetAndMetadata> nextOffsets = new HashMap<>(fetched.nextOffsets());
        nextOffsets.putAll(skipped);
        skipped.forEach((input, next) -> seek(input, next.offset()));
        skipped.clear();
        return new ConsumerRecords<>(records, nextOffsets);
    }

    @Override
    public OptionalLong currentLag(TopicPartition input) {
        return unknown.contains(input) ? OptionalLong.empty() : OptionalLong.of(end(input) - position(input));
    }
}
