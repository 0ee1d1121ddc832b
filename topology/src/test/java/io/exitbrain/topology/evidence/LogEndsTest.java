package io.exitbrain.topology.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LogEndsTest {

    private static final TopicPartition PRICES = new TopicPartition("mark-prices", 0);

    private final LogEnds ends = new LogEnds();

    private void observe(long end, long stable, long nowMs) {
        ends.observe(Map.of(PRICES, new LogEnds.End(end, stable)), nowMs);
    }

    @Test
    void shouldTellATransactionThatHoldsAGrowingLog() {
        observe(12, 10, 1_000);
        observe(15, 10, 11_000);

        assertThat(ends.held(10_000, 11_000)).containsExactly(new LogEnds.Held(PRICES, 10, 5, 10_000));
        assertThat(ends.held(10_001, 11_000)).isEmpty();
    }

    @Test
    void shouldNotTellATransactionBehindWhichNothingIsWritten() {
        observe(12, 10, 1_000);
        observe(12, 10, 60_000);

        assertThat(ends.held(10_000, 60_000)).isEmpty();
        assertThat(ends.hidden(PRICES)).isEqualTo(2);
    }

    @Test
    void shouldStartAgainWhenTheStableOffsetMoves() {
        observe(12, 10, 1_000);
        observe(15, 11, 11_000);
        observe(18, 11, 12_000);

        assertThat(ends.held(1_000, 12_000)).extracting(LogEnds.Held::forMs).isEqualTo(List.of(1_000L));
    }

    @Test
    void shouldNotTellALogThatIsReadToItsEnd() {
        observe(10, 10, 1_000);
        observe(10, 10, 2_000);
        observe(13, 10, 60_000);
        observe(14, 10, 60_500);

        assertThat(ends.held(1_000, 60_500))
                .as("held only since the log has grown")
                .isEmpty();
    }

    @Test
    void shouldTellWhichPartitionsHideRecords() {
        observe(12, 10, 1_000);
        assertThat(ends.hiding()).containsExactly(PRICES);

        observe(12, 12, 2_000);
        assertThat(ends.hiding()).isEmpty();
    }
}
