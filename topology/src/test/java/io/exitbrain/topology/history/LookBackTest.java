package io.exitbrain.topology.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** A look-back over a partition with a record of BTC at every tenth offset; the timestamp of a record is its offset. */
class LookBackTest {

    private static final TopicPartition PARTITION = new TopicPartition("exit-events", 0);
    private static final long END = 20_000;
    private static final LookBack.Limits WIDE = new LookBack.Limits(1_000_000, 1_000_000, Duration.ofSeconds(2));

    private final AtomicLong nanos = new AtomicLong();

    private LookBack.Found read(LookBack.Limits limits, long begin, long floor) {
        Partition consumer = new Partition(begin);
        return new LookBack(consumer, limits, nanos::get).read(PARTITION, floor, record -> "BTC".equals(record.key()));
    }

    /** Gives up to 500 records from its position on at each poll. */
    private final class Partition extends MockConsumer<String, byte[]> {

        private final long begin;

        Partition(long begin) {
            super("earliest");
            this.begin = begin;
            updateBeginningOffsets(Map.of(PARTITION, begin));
            updateEndOffsets(Map.of(PARTITION, END));
        }

        @Override
        public synchronized ConsumerRecords<String, byte[]> poll(Duration timeout) {
            nanos.addAndGet(Duration.ofMillis(10).toNanos());
            long from = Math.max(begin, position(PARTITION));
            for (long offset = from; offset < Math.min(END, from + 500); offset++) {
                String key = offset % 10 == 0 ? "BTC" : "ETH";
                addRecord(new ConsumerRecord<>(
                        "exit-events",
                        0,
                        offset,
                        offset,
                        TimestampType.CREATE_TIME,
                        0,
                        0,
                        key,
                        "{}".getBytes(StandardCharsets.UTF_8),
                        new ProducerRecord<String, byte[]>("exit-events", null).headers(),
                        Optional.empty()));
            }
            return super.poll(timeout);
        }
    }

    @Test
    void shouldFindAllInOrderDownToTheFloor() {
        LookBack.Found found = read(WIDE, 0, 0);

        assertThat(found.records()).hasSize(2_000);
        assertThat(found.records()).map(ConsumerRecord::offset).isSorted();
        assertThat(found.isWhole()).isTrue();
        assertThat(found.completeFrom()).isEmpty();
    }

    @Test
    void shouldStopAtTheFloor() {
        LookBack.Found found = read(WIDE, 0, 19_500);

        assertThat(found.records()).hasSize(50);
        assertThat(found.isWhole()).isTrue();
    }

    @Test
    void shouldEndWithTheNewestThatAreEnough() {
        LookBack.Found found = read(new LookBack.Limits(5, 1_000_000, Duration.ofSeconds(2)), 0, 0);

        assertThat(found.records())
                .map(ConsumerRecord::offset)
                .containsExactly(19_950L, 19_960L, 19_970L, 19_980L, 19_990L);
        assertThat(found.isWhole()).isFalse();
        assertThat(found.completeFrom()).contains(19_950L);
    }

    @Test
    void shouldSayFromWhenItIsCompleteWhereTheTimeRanOut() {
        LookBack.Found found = read(new LookBack.Limits(1_000_000, 1_000_000, Duration.ofMillis(115)), 0, 0);

        // 10 polls of 500: windows of 1,000 and 4,000 are complete, the next one is not.
        assertThat(found.records().get(0).offset()).isEqualTo(15_000);
        assertThat(found.completeFrom()).contains(15_000L);
    }

    @Test
    void shouldNotBeWholeWhereTheBrokerHasDeletedRecords() {
        LookBack.Found found = read(WIDE, 19_000, 0);

        assertThat(found.records()).hasSize(100);
        assertThat(found.isWhole()).isFalse();
        assertThat(found.completeFrom()).contains(19_000L);
    }
}
