package io.exitbrain.topology.fast.intake;

import static io.exitbrain.topology.fast.intake.Fetches.FILLS;
import static io.exitbrain.topology.fast.intake.Fetches.POSITIONS;
import static io.exitbrain.topology.fast.intake.Fetches.PRICES;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** The records that are delivered and held, in the order of a task's inputs. */
class OrderedConsumerTest {

    private static final Duration LONG = Duration.ofMillis(100);

    private final Fetches fetches = new Fetches();
    private final Consumer<byte[], byte[]> consumer = fetches.ordered(3);

    private ConsumerRecords<byte[], byte[]> poll() {
        return consumer.poll(LONG);
    }

    private static List<Long> times(ConsumerRecords<byte[], byte[]> records, TopicPartition input) {
        return Fetches.opened(records.records(input)).stream()
                .map(ConsumerRecord::timestamp)
                .toList();
    }

    private static Map<TopicPartition, Long> next(ConsumerRecords<byte[], byte[]> records) {
        return records.nextOffsets().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    @Test
    void shouldDeliverEverythingWhenNoInputHasMore() {
        fetches.has(PRICES, 1, 2, 3).brings(PRICES, 3).has(FILLS, 2).brings(FILLS, 1);

        ConsumerRecords<byte[], byte[]> records = poll();

        assertThat(times(records, PRICES)).containsExactly(1L, 2L, 3L);
        assertThat(times(records, FILLS)).containsExactly(2L);
        assertThat(next(records)).isEqualTo(Map.of(PRICES, 3L, FILLS, 1L));
    }

    @Test
    void shouldDeliverASeparateInputWhileTheOthersAreHeld() {
        Consumer<byte[], byte[]> separate = fetches.ordered(3, new Inputs(Set.of(), Set.of(POSITIONS.topic())));
        fetches.has(FILLS, 2).has(PRICES, 3).brings(PRICES, 1).has(POSITIONS, 4).brings(POSITIONS, 1);

        ConsumerRecords<byte[], byte[]> records = separate.poll(LONG);

        assertThat(times(records, POSITIONS)).containsExactly(4L);
        assertThat(times(records, PRICES)).isEmpty();
    }

    @Test
    void shouldDeliverPolledRecordsWhileOnlyThatInputHasMore() {
        fetches.has(PRICES, 1, 2, 3).brings(PRICES, 2);

        ConsumerRecords<byte[], byte[]> records = poll();

        assertThat(times(records, PRICES)).containsExactly(1L, 2L);
        assertThat(next(records)).isEqualTo(Map.of(PRICES, 2L));
    }

    @Test
    void shouldMakeOneBatchOfPricesWithoutOtherInputs() {
        fetches.has(PRICES, 4, 5, 6).brings(PRICES, 3);

        ConsumerRecord<byte[], byte[]> batch = poll().records(PRICES).get(0);

        assertThat(RecordBatch.in(batch.headers()).orElseThrow())
                .extracting(ConsumerRecord::offset)
                .containsExactly(0L, 1L, 2L);
        assertThat(batch.offset()).isZero();
        assertThat(batch.timestamp()).isEqualTo(4);
        assertThat(batch.leaderEpoch()).hasValue(7);
    }

    @Test
    void shouldEndABatchWhereAnotherInputHasItsTurn() {
        fetches.has(PRICES, 1, 2, 5, 7).has(FILLS, 3, 6).brings(PRICES, 4).brings(FILLS, 2);

        List<ConsumerRecord<byte[], byte[]>> batches = poll().records(PRICES);

        assertThat(batches)
                .extracting(batch -> Fetches.opened(List.of(batch)).stream()
                        .map(ConsumerRecord::timestamp)
                        .toList())
                .containsExactly(List.of(1L, 2L), List.of(5L), List.of(7L));
    }

    @Test
    void shouldDeliverFillsOneByOne() {
        fetches.has(FILLS, 1, 2).brings(FILLS, 2);

        assertThat(poll().records(FILLS))
                .hasSize(2)
                .allMatch(record -> RecordBatch.in(record.headers()).isEmpty());
    }

    @Test
    void shouldHoldPricesWhileAFillIsOnTheBroker() {
        fetches.has(PRICES, 1, 2).has(FILLS, 2).brings(PRICES, 2);

        assertThat(poll()).isEmpty();
        fetches.brings(FILLS, 1);
        ConsumerRecords<byte[], byte[]> after = poll();
        assertThat(times(after, PRICES)).containsExactly(1L, 2L);
        assertThat(times(after, FILLS)).containsExactly(2L);
    }

    @Test
    void shouldDeliverUpToTheRecordAfterWhichAnInputIsAwaited() {
        fetches.has(PRICES, 1, 2, 6, 7).has(FILLS, 2, 5, 8).brings(PRICES, 4).brings(FILLS, 2);

        ConsumerRecords<byte[], byte[]> first = poll();
        fetches.brings(FILLS, 1);
        ConsumerRecords<byte[], byte[]> second = poll();

        assertThat(times(first, PRICES)).containsExactly(1L, 2L);
        assertThat(times(first, FILLS)).containsExactly(2L, 5L);
        assertThat(times(second, PRICES)).containsExactly(6L, 7L);
        assertThat(times(second, FILLS)).containsExactly(8L);
    }

    @Test
    void shouldHoldTheLastOfAnInputWhoseTimeOthersHaveNotReached() {
        fetches.has(PRICES, 1, 2, 3).has(FILLS, 9).brings(PRICES, 2).brings(FILLS, 1);

        assertThat(times(poll(), FILLS)).isEmpty();
        fetches.brings(PRICES, 1);
        assertThat(times(poll(), FILLS)).containsExactly(9L);
    }

    @Test
    void shouldHoldWhileTheLagOfAnInputIsUnknown() {
        fetches.has(PRICES, 1).brings(PRICES, 1).doesNotKnowWhatIsLeftOf(POSITIONS);

        assertThat(poll()).isEmpty();
        fetches.knowsWhatIsLeftOf(POSITIONS);
        assertThat(times(poll(), PRICES)).containsExactly(1L);
    }

    @Test
    void shouldOrderByHeadsAsStreamsDoesWhenTimesOfAnInputGoBack() {
        fetches.has(PRICES, 10, 3, 12).has(FILLS, 8, 11).brings(PRICES, 3).brings(FILLS, 1);

        ConsumerRecords<byte[], byte[]> first = poll();

        assertThat(times(first, FILLS)).containsExactly(8L);
        assertThat(times(first, PRICES)).isEmpty();
        fetches.brings(FILLS, 1);
        assertThat(times(poll(), PRICES)).containsExactly(10L, 3L, 12L);
    }

    @Test
    void shouldOrderARecordWithoutATimeByThePartitionTime() {
        fetches.has(PRICES, 5).brings(PRICES, 1);
        poll();
        fetches.has(PRICES, -1).has(FILLS, 4, 6).brings(PRICES, 1).brings(FILLS, 1);

        ConsumerRecords<byte[], byte[]> records = poll();

        assertThat(times(records, FILLS)).containsExactly(4L);
        assertThat(times(records, PRICES)).isEmpty();
    }

    @Test
    void shouldReportThePositionOfTheFirstHeldRecord() {
        fetches.has(PRICES, 1, 2, 6, 7).has(FILLS, 5, 8).brings(PRICES, 4).brings(FILLS, 1);

        ConsumerRecords<byte[], byte[]> records = poll();

        assertThat(next(records)).isEqualTo(Map.of(PRICES, 2L, FILLS, 1L));
        assertThat(records.nextOffsets()).containsEntry(PRICES, new OffsetAndMetadata(2, Optional.of(7), ""));
        assertThat(consumer.position(PRICES)).isEqualTo(2);
        assertThat(consumer.position(PRICES, LONG)).isEqualTo(2);
        assertThat(consumer.currentLag(PRICES)).hasValue(2);
        assertThat(consumer.position(FILLS)).isEqualTo(1);
        assertThat(consumer.currentLag(FILLS)).hasValue(1);
    }

    @Test
    void shouldNotReportAPositionBeyondHeldRecords() {
        fetches.has(PRICES, 1, 2).has(FILLS, 2).brings(PRICES, 2);

        assertThat(next(poll())).isEqualTo(Map.of(PRICES, 0L));
        assertThat(consumer.position(PRICES)).isZero();
        assertThat(consumer.currentLag(PRICES)).hasValue(2);
    }

    @Test
    void shouldNotKnowTheLagThatTheBrokerDidNotReport() {
        fetches.doesNotKnowWhatIsLeftOf(PRICES);

        assertThat(consumer.currentLag(PRICES)).isEqualTo(OptionalLong.empty());
    }

    @Test
    void shouldReportThePositionOfAnInputThatAdvancedWithoutARecord() {
        assertThat(poll()).isEmpty();
        fetches.skipsTo(FILLS, 4);
        assertThat(next(poll())).isEqualTo(Map.of(FILLS, 4L));

        fetches.has(PRICES, 1, 2).has(POSITIONS, 2).brings(PRICES, 2).skipsTo(FILLS, 6);
        assertThat(next(poll())).isEqualTo(Map.of(FILLS, 6L, PRICES, 0L));

        // The same for an input that holds records, but only after they are delivered.
        fetches.skipsTo(PRICES, 3);
        assertThat(next(poll())).isEqualTo(Map.of(PRICES, 0L));
        fetches.brings(POSITIONS, 1);
        assertThat(next(poll())).isEqualTo(Map.of(POSITIONS, 1L, PRICES, 3L));
    }

    @Test
    void shouldWaitForTheFullTimeoutOnlyWhileNothingIsHeld() {
        poll();
        assertThat(fetches.lastPollTimeout()).isEqualTo(LONG);

        fetches.has(PRICES, 1).has(FILLS, 2).brings(PRICES, 1);
        poll();
        poll();
        assertThat(fetches.lastPollTimeout()).isEqualTo(Duration.ofMillis(10));

        consumer.poll(Duration.ofMillis(1));
        assertThat(fetches.lastPollTimeout()).isEqualTo(Duration.ofMillis(1));
    }
}
