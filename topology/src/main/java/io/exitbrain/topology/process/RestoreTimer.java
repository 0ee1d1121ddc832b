package io.exitbrain.topology.process;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/**
 * Measures how long the stores of this process restore from their changelogs: from the first begin to the last end. Global stores do not
 * count, because they are read before any task exists.
 */
final class RestoreTimer implements StateRestoreListener {

    private static final String CHANGELOG = "-changelog";

    private final LongSupplier nanoTime;
    private boolean begun;
    private long beganNanos;
    private long endedNanos;

    RestoreTimer(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized void onRestoreStart(TopicPartition partition, String store, long from, long to) {
        if (!begun && isChangelog(partition)) {
            begun = true;
            beganNanos = nanoTime.getAsLong();
            endedNanos = beganNanos;
        }
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long endOffset, long records) {
        // Only begin and end count.
    }

    @Override
    public synchronized void onRestoreEnd(TopicPartition partition, String store, long records) {
        if (isChangelog(partition)) {
            endedNanos = nanoTime.getAsLong();
        }
    }

    private static boolean isChangelog(TopicPartition partition) {
        return partition.topic().endsWith(CHANGELOG);
    }

    /** The measured time; zero if nothing was restored. */
    synchronized Duration took() {
        return Duration.ofNanos(endedNanos - beganNanos);
    }
}
