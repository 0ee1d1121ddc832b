package io.exitbrain.topology.transactions;

import java.util.Optional;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.common.TopicPartition;

/**
 * A transaction that is open on a partition, as the leader of the partition knows it. Two that are equal are one
 * transaction, seen twice.
 *
 * @param start the offset of its first record on the partition, which readers of committed records do not pass
 * @param coordinatorEpoch of its producer's last transaction on the partition; 0 if it had none
 */
record OpenTransaction(TopicPartition partition, long producerId, int producerEpoch, long start, int coordinatorEpoch) {

    /** The open transaction of {@code producer} on {@code partition}; empty if it has none. */
    static Optional<OpenTransaction> of(TopicPartition partition, ProducerState producer) {
        return producer.currentTransactionStartOffset().isEmpty()
                ? Optional.empty()
                : Optional.of(new OpenTransaction(
                        partition,
                        producer.producerId(),
                        producer.producerEpoch(),
                        producer.currentTransactionStartOffset().getAsLong(),
                        Math.max(0, producer.coordinatorEpoch().orElse(0))));
    }

    /** What the leader needs to know to end it. */
    AbortTransactionSpec abort() {
        return new AbortTransactionSpec(partition, producerId, (short) producerEpoch, coordinatorEpoch);
    }
}
