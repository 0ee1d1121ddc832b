package io.exitbrain.topology.process;

import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** Several listeners in the place of one. */
record RestoreListeners(List<StateRestoreListener> all) implements StateRestoreListener {

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long from, long to) {
        all.forEach(listener -> listener.onRestoreStart(partition, store, from, to));
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long endOffset, long records) {
        all.forEach(listener -> listener.onBatchRestored(partition, store, endOffset, records));
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long records) {
        all.forEach(listener -> listener.onRestoreEnd(partition, store, records));
    }

    @Override
    public void onRestoreSuspended(TopicPartition partition, String store, long records) {
        all.forEach(listener -> listener.onRestoreSuspended(partition, store, records));
    }
}
