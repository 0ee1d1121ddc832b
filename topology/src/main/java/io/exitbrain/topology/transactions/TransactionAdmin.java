package io.exitbrain.topology.transactions;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeProducersResult;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the brokers by the Admin API. */
final class TransactionAdmin implements BrokerTransactions {

    private static final String OFFSETS = "__consumer_offsets";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(TransactionAdmin.class);

    private final Set<String> refused = new HashSet<>();
    private final Admin admin;

    /** The caller closes {@code admin}. */
    TransactionAdmin(Admin admin) {
        this.admin = admin;
    }

    @Override
    public Optional<TopicPartition> offsetsOf(String group)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            int partitions = answer(admin.describeTopics(List.of(OFFSETS)).allTopicNames()).values().stream()
                    .mapToInt(topic -> topic.partitions().size())
                    .sum();
            return Optional.of(new TopicPartition(OFFSETS, partitionOf(group, partitions)));
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof AuthorizationException refusal) {
                tellOnce(OFFSETS, refusal);
                return Optional.empty();
            }
            if (failure.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** As the brokers place a group. */
    private static int partitionOf(String group, int partitions) {
        int hash = group.hashCode();
        return (hash == Integer.MIN_VALUE ? 0 : Math.abs(hash)) % partitions;
    }

    @Override
    public Set<OpenTransaction> open(Collection<TopicPartition> partitions)
            throws InterruptedException, TimeoutException {
        DescribeProducersResult described = admin.describeProducers(partitions);
        Set<OpenTransaction> open = new HashSet<>();
        for (TopicPartition partition : partitions) {
            try {
                answer(described.partitionResult(partition)).activeProducers().stream()
                        .flatMap(producer -> OpenTransaction.of(partition, producer).stream())
                        .forEach(open::add);
            } catch (ExecutionException noAnswer) {
                tell(partition, noAnswer);
            }
        }
        return open;
    }

    private void tell(TopicPartition partition, ExecutionException noAnswer) {
        if (noAnswer.getCause() instanceof AuthorizationException refusal) {
            tellOnce(partition.topic(), refusal);
        }
        log.debug("nobody tells which transactions are open on {}: {}", partition, noAnswer.toString());
    }

    private void tellOnce(String topic, AuthorizationException refusal) {
        if (refused.add(topic)) {
            log.warn("transactions that hang on {} cannot be found: {}; it needs READ", topic, refusal.toString());
        }
    }

    @Override
    public Map<Long, Coordinated> coordinated(Set<Long> producers)
            throws InterruptedException, ExecutionException, TimeoutException {
        Collection<TransactionListing> listed =
                answer(admin.listTransactions(new ListTransactionsOptions().filterProducerIds(producers))
                        .all());
        Map<Long, Coordinated> known = new HashMap<>();
        for (TransactionListing one : listed) {
            describe(one.transactionalId())
                    .filter(described -> described.producerId() == one.producerId())
                    .ifPresent(described -> known.put(
                            one.producerId(),
                            new Coordinated(
                                    one.transactionalId(),
                                    described.state(),
                                    described.producerEpoch(),
                                    described.topicPartitions())));
        }
        return known;
    }

    private Optional<TransactionDescription> describe(String transactionalId)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return Optional.of(
                    answer(admin.describeTransactions(List.of(transactionalId)).description(transactionalId)));
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof TransactionalIdNotFoundException) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    @Override
    public void abort(OpenTransaction open) throws InterruptedException, ExecutionException, TimeoutException {
        answer(admin.abortTransaction(open.abort()).all());
    }

    private static <T> T answer(KafkaFuture<T> future)
            throws InterruptedException, ExecutionException, TimeoutException {
        return future.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    }
}
