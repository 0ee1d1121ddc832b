package io.exitbrain.topology.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyTest {

    private final Latency latency = new Latency();
    private final List<Double> seconds = new ArrayList<>();

    LatencyTest() {
        latency.observe(seconds::add);
    }

    @Test
    void shouldMeasureFromTheRecordToTheCommit() {
        latency.sent(1_000);
        latency.sent(1_400);
        latency.committed(1_500);
        latency.committed(9_000);

        assertThat(seconds).containsExactly(0.5, 0.1);
    }

    @Test
    void shouldForgetTheCommandsOfAnAbortedTransaction() {
        latency.sent(1_000);
        latency.aborted();
        latency.committed(1_500);

        assertThat(seconds).isEmpty();
    }

    @Test
    void shouldNotMeasureMoreThanAThousandOfOneTransaction() {
        for (int i = 0; i < 5_000; i++) {
            latency.sent(i);
        }
        latency.committed(5_000);

        assertThat(seconds).hasSizeBetween(1_000, 2_000).startsWith(5.0);
    }

    @Test
    void shouldNotTellANegativeTimeForATimestampOfTheFuture() {
        latency.sent(2_000);
        latency.committed(1_000);

        assertThat(seconds).containsExactly(0.0);
    }
}
