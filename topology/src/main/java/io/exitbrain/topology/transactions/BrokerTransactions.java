package io.exitbrain.topology.transactions;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.TopicPartition;

/** What the brokers know of transactions. Each question throws {@link ExecutionException} if a broker that must answer does not. */
interface BrokerTransactions {

    /** The partition that has the committed offsets of {@code group}; empty if there is none yet, or if it may not be seen. */
    Optional<TopicPartition> offsetsOf(String group) throws InterruptedException, ExecutionException, TimeoutException;

    /** The open transactions on {@code partitions}. A partition whose leader does not answer has none. */
    Set<OpenTransaction> open(Collection<TopicPartition> partitions) throws InterruptedException, TimeoutException;

    /** What the coordinators know of {@code producers}, by producer id; without those that no coordinator tells of. */
    Map<Long, Coordinated> coordinated(Set<Long> producers)
            throws InterruptedException, ExecutionException, TimeoutException;

    /** Ends {@code open}: its records are aborted. */
    void abort(OpenTransaction open) throws InterruptedException, ExecutionException, TimeoutException;
}
