package io.exitbrain.lab.recording;

import static io.exitbrain.lab.recording.Entries.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** What the retention took is said. */
class GapsTest {

    private final Gaps gaps = new Gaps(List.of(
            new TopicPartition("mark-prices", 0),
            new TopicPartition("mark-prices", 2),
            new TopicPartition("positions", 1)));

    @Test
    void shouldNameTheTimeFromWhichEveryPartitionIsComplete() {
        gaps.saw(entry("mark-prices", 0, "A", 1_764_000_000_000L));
        gaps.saw(entry("mark-prices", 2, "B", 1_764_000_060_000L));
        gaps.saw(entry("mark-prices", 2, "B", 1_764_000_070_000L));
        gaps.saw(entry("mark-prices", 1, "C", 1_764_000_080_000L));
        gaps.saw(entry("order-fills", 0, "A", 1_764_000_090_000L));
        gaps.saw(entry("positions", 1, "A", 1_764_000_000_000L));

        assertThat(gaps.sentences())
                .containsExactly(
                        "mark-prices: the record is complete from 2025-11-24T16:01:00Z on only; the retention has deleted what was before",
                        "positions: the record is complete from 2025-11-24T16:00:00Z on only; the retention has deleted what was before");
    }

    @Test
    void shouldNameThePartitionsOfWhichNothingIsLeft() {
        gaps.saw(entry("mark-prices", 0, "A", 1_764_000_000_000L));

        assertThat(gaps.sentences())
                .containsExactly(
                        "mark-prices: the retention has deleted every record of partition 2",
                        "positions: the retention has deleted every record of partition 1");
    }
}
