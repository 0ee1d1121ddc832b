package io.exitbrain.topology.fast.intake;

import java.util.Collection;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/** Reports assigned and removed partitions, in addition to the listener of Streams. */
record AssignmentListener(
        ConsumerRebalanceListener listener, Runnable onAssigned, Consumer<Collection<TopicPartition>> onGone)
        implements ConsumerRebalanceListener {

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        onAssigned.run();
        listener.onPartitionsAssigned(partitions);
    }

    // Streams commits here, up to the held records, so they may be forgotten only afterwards.
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        try {
            listener.onPartitionsRevoked(partitions);
        } finally {
            onGone.accept(partitions);
        }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        try {
            listener.onPartitionsLost(partitions);
        } finally {
            onGone.accept(partitions);
        }
    }
}
