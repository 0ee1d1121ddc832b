package io.exitbrain.topology.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RestoreTimerTest {

    private static final TopicPartition PLANS = new TopicPartition("exit-brain-exit-plans-changelog", 0);
    private static final TopicPartition POSITIONS = new TopicPartition("exit-brain-symbol-positions-changelog", 0);
    private static final TopicPartition GLOBAL = new TopicPartition("instruments", 0);

    private final AtomicLong now = new AtomicLong(7);
    private final RestoreTimer restoring = new RestoreTimer(now::get);

    @Test
    void shouldTakeNoTimeWhereNothingIsRestored() {
        assertThat(restoring.took()).isZero();
    }

    @Test
    void shouldCountFromTheFirstBeginToTheLastEnd() {
        begin(PLANS);
        pass(2);
        begin(POSITIONS);
        pass(3);
        end(PLANS);
        pass(4);
        end(POSITIONS);
        pass(5);

        assertThat(restoring.took()).isEqualTo(Duration.ofNanos(9));
    }

    @Test
    void shouldNotCountGlobalStores() {
        begin(GLOBAL);
        pass(2);
        begin(PLANS);
        pass(3);
        end(PLANS);
        pass(4);
        end(GLOBAL);

        assertThat(restoring.took()).isEqualTo(Duration.ofNanos(3));
    }

    private void begin(TopicPartition partition) {
        restoring.onRestoreStart(partition, "store", 0, 1);
    }

    private void end(TopicPartition partition) {
        restoring.onRestoreEnd(partition, "store", 1);
    }

    private void pass(long nanos) {
        now.addAndGet(nanos);
    }
}
