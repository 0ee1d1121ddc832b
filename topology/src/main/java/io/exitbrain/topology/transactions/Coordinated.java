package io.exitbrain.topology.transactions;

import java.util.Set;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;

/**
 * What the coordinator knows of the last transaction of a producer.
 *
 * @param producerEpoch the epoch of the producer that the coordinator knows
 * @param partitions the partitions to which it belongs
 */
record Coordinated(String transactionalId, TransactionState state, int producerEpoch, Set<TopicPartition> partitions) {

    private static final Set<TransactionState> ENDED =
            Set.of(TransactionState.EMPTY, TransactionState.COMPLETE_ABORT, TransactionState.COMPLETE_COMMIT);

    Coordinated {
        partitions = Set.copyOf(partitions);
    }

    /** Whether nobody will end {@code open}. A state that is not known here counts as going on. */
    boolean hasForgotten(OpenTransaction open) {
        boolean isOver =
                ENDED.contains(state) || (state == TransactionState.ONGOING && !partitions.contains(open.partition()));
        return isOver && open.producerEpoch() <= producerEpoch;
    }
}
