package io.exitbrain.topology.evidence;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** How many records the stores of this process must still restore, and when one was last restored. */
public final class RestoreProgress implements StateRestoreListener {

    private final LongSupplier clock;
    private final Map<TopicPartition, Long> remaining = new HashMap<>();
    private long progressAtMs;

    /** {@code clock} never goes back, milliseconds. */
    public RestoreProgress(LongSupplier clock) {
        this.clock = clock;
        this.progressAtMs = clock.getAsLong();
    }

    @Override
    public synchronized void onRestoreStart(TopicPartition partition, String store, long from, long to) {
        remaining.put(partition, Math.max(0, to - from));
        progressAtMs = clock.getAsLong();
    }

    @Override
    public synchronized void onBatchRestored(TopicPartition partition, String store, long endOffset, long records) {
        remaining.computeIfPresent(partition, (known, before) -> Math.max(0, before - records));
        if (records > 0) {
            progressAtMs = clock.getAsLong();
        }
    }

    @Override
    public synchronized void onRestoreEnd(TopicPartition partition, String store, long records) {
        remaining.remove(partition);
        progressAtMs = clock.getAsLong();
    }

    @Override
    public synchronized void onRestoreSuspended(TopicPartition partition, String store, long records) {
        remaining.remove(partition);
    }

    synchronized long remainingRecords() {
        return remaining.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The time since a record was last restored, milliseconds. */
    synchronized long idleMs() {
        return clock.getAsLong() - progressAtMs;
    }
}
