package io.exitbrain.topology.fast.intake;

import static io.exitbrain.topology.fast.intake.Fetches.FILLS;
import static io.exitbrain.topology.fast.intake.Fetches.INPUTS;
import static io.exitbrain.topology.fast.intake.Fetches.POSITIONS;
import static io.exitbrain.topology.fast.intake.Fetches.PRICES;
import static io.exitbrain.topology.fast.intake.Fetches.REPORTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.junit.jupiter.api.Test;

/** Held records when Streams pauses, seeks or loses partitions, or when a poll fails. */
class HeldRecordsTest {

    private static final int ENOUGH = 3;

    private final Fetches fetches = new Fetches();
    private final List<Long> positionsOnRevoke = new ArrayList<>();
    private final Consumer<byte[], byte[]> consumer = fetches.ordered(ENOUGH, new NotesPositions());

    /** Reads positions while partitions are revoked, as Streams does to commit. */
    private final class NotesPositions implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(partition -> positionsOnRevoke.add(consumer.position(partition)));
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}
    }

    private ConsumerRecords<byte[], byte[]> poll() {
        return consumer.poll(Duration.ofMillis(100));
    }

    /** Holds two prices, because a fill is on the broker. */
    private void holdTwoPrices() {
        fetches.has(PRICES, 1, 2).has(FILLS, 3).brings(PRICES, 2);
        assertThat(poll()).isEmpty();
    }

    @Test
    void shouldNotFetchAnInputWithAFullBuffer() {
        fetches.has(PRICES, 1, 2, 3, 4).has(FILLS, 5).brings(PRICES, 2);
        poll();
        poll();
        assertThat(fetches.paused()).isEmpty();

        fetches.brings(PRICES, 1);
        poll();
        poll();
        assertThat(fetches.paused()).containsExactly(PRICES);
        assertThat(consumer.paused()).isEmpty();

        fetches.brings(FILLS, 1);
        assertThat(Fetches.opened(poll())).hasSize(3);
        poll();
        assertThat(fetches.paused()).isEmpty();
    }

    @Test
    void shouldFetchAFullInputOnlyWhenStreamsAndItselfWantIt() {
        fetches.has(PRICES, 1, 2, 3).has(FILLS, 5).brings(PRICES, 3);
        poll();
        poll();

        consumer.pause(List.of(PRICES));
        assertThat(consumer.paused()).containsExactly(PRICES);
        consumer.resume(List.of(PRICES));
        assertThat(consumer.paused()).isEmpty();
        assertThat(fetches.paused()).containsExactly(PRICES);

        fetches.brings(FILLS, 1);
        assertThat(Fetches.opened(poll())).hasSize(4);
        consumer.pause(List.of(PRICES));
        poll();
        assertThat(fetches.paused()).containsExactly(PRICES);
        consumer.resume(List.of(PRICES));
        assertThat(fetches.paused()).isEmpty();
    }

    @Test
    void shouldHoldRecordsOfAPausedInputAndDeliverThemAtOnceWhenItIsResumed() {
        holdTwoPrices();
        consumer.pause(List.of(PRICES));
        fetches.brings(FILLS, 1);
        assertThat(poll()).isEmpty();

        consumer.resume(List.of(PRICES));

        assertThat(Fetches.opened(poll())).hasSize(3);
        assertThat(fetches.lastPollTimeout()).isEqualTo(Duration.ZERO);
    }

    @Test
    void shouldForgetHeldRecordsAfterASeek() {
        List<Runnable> seeks = List.of(
                () -> consumer.seek(PRICES, 0),
                () -> consumer.seek(PRICES, new OffsetAndMetadata(0)),
                () -> consumer.seekToBeginning(List.of(PRICES)),
                () -> consumer.seekToEnd(Set.of(PRICES)),
                () -> consumer.seekToBeginning(List.of()),
                () -> consumer.seekToEnd(List.of()));
        fetches.updateBeginningOffsets(Map.of(PRICES, 0L, FILLS, 0L, POSITIONS, 0L, REPORTS, 0L));
        fetches.updateEndOffsets(Map.of(PRICES, 0L, FILLS, 0L, POSITIONS, 0L, REPORTS, 0L));
        for (Runnable seek : seeks) {
            fetches.has(PRICES, 1, 2).has(FILLS, 3).brings(PRICES, 2);
            poll();
            assertThat(consumer.position(PRICES)).isLessThan(fetches.position(PRICES));

            seek.run();

            assertThat(consumer.position(PRICES)).isEqualTo(fetches.position(PRICES));
            assertThat(poll()).isEmpty();
        }
    }

    @Test
    void shouldForgetHeldRecordsOfRevokedPartitionsOnlyAfterStreamsCommitted() {
        holdTwoPrices();

        fetches.rebalance(List.of());
        fetches.rebalance(INPUTS);

        assertThat(positionsOnRevoke).contains(0L).doesNotContain(2L);
        fetches.seek(PRICES, 1);
        assertThat(consumer.position(PRICES)).isEqualTo(1);
    }

    @Test
    void shouldKeepHeldRecordsOfPartitionsThatStay() {
        holdTwoPrices();

        fetches.rebalance(List.of(PRICES, FILLS, POSITIONS));
        INPUTS.subList(0, 3).forEach(input -> fetches.seek(input, fetches.position(input)));

        assertThat(consumer.position(PRICES)).isZero();
        fetches.brings(FILLS, 1);
        assertThat(Fetches.opened(poll())).hasSize(3);
    }

    @Test
    void shouldForgetEverythingWhenUnsubscribed() {
        holdTwoPrices();
        consumer.pause(List.of(FILLS));

        consumer.unsubscribe();
        consumer.subscribe(List.of("mark-prices", "order-fills"), new NotesPositions());
        fetches.rebalance(List.of(PRICES, FILLS));
        List.of(PRICES, FILLS).forEach(input -> fetches.seek(input, 5));

        assertThat(consumer.position(PRICES)).isEqualTo(5);
        assertThat(consumer.paused()).isEmpty();
    }

    @Test
    void shouldKeepHeldRecordsWhenAPollFails() {
        holdTwoPrices();
        fetches.wakeup();
        assertThatThrownBy(this::poll).isInstanceOf(WakeupException.class);
        fetches.setPollException(new OffsetOutOfRangeException(Map.of(FILLS, 0L)));
        assertThatThrownBy(this::poll).isInstanceOf(OffsetOutOfRangeException.class);

        assertThat(consumer.position(PRICES)).isZero();
        fetches.brings(FILLS, 1);
        assertThat(Fetches.opened(poll())).hasSize(3);
    }
}
