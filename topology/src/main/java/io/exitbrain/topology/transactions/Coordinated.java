package io.exitbrain.topology.transactions;

import java.util.Set;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;

/**
 * What the coordinator knows of the last transaction of a producer.
 *
 * @param partitions the partitions to which it belongs
 */
record Coordinated(String transactionalId, TransactionState state, Set<TopicPartition> partitions) {

    private static final Set<TransactionState> ENDED =
            Set.of(TransactionState.EMPTY, TransactionState.COMPLETE_ABORT, TransactionState.COMPLETE_COMMIT);

    Coordinated {
        partitions = Set.copyOf(partitions);
    }

    /** Whether nobody will end what the producer has open on {@code partition}. A state that is not known here counts as going on. */
    boolean hasForgotten(TopicPartition partition) {
        return ENDED.contains(state) || (state == TransactionState.ONGOING && !partitions.contains(partition));
    }
}
