package io.exitbrain.topology.transactions;

import io.exitbrain.topology.vitals.RecoveryVitals;
import io.exitbrain.topology.vitals.RecoveryVitals.Hang;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the transactions that hang: open on a partition, while their coordinator knows of none there. Nobody would ever end them, and
 * readers of committed records wait for ever. Those of this application are ended; others are reported only.
 *
 * <p>A transaction counts as hanging when it was open in the round before, is open now, its coordinator does not know of it, and it is
 * open still after that answer. One that is being committed or begun passes none of these by accident: its coordinator knows of it until
 * each partition has its end. While no coordinator tells of a producer, nothing is said and nothing done: after a
 * broker has died its coordinator may be on the way to another one, and the transaction goes on there.
 */
final class HangingTransactions {

    private static final Logger log = LoggerFactory.getLogger(HangingTransactions.class);

    private final BrokerTransactions brokers;
    private final String group;
    private final Supplier<? extends Collection<TopicPartition>> hiding;
    private final Ownership ownership;
    private final RecoveryVitals vitals;
    private final LongSupplier clock;
    private Optional<TopicPartition> offsets = Optional.empty();
    private Set<OpenTransaction> before = Set.of();
    private String told = "";

    /**
     * Nothing is asked before {@link #look}.
     *
     * @param group the consumer group of the application, which is its name, too
     * @param hiding the partitions with records that readers of committed records do not see yet
     * @param clock wall clock, epoch milliseconds
     */
    HangingTransactions(
            BrokerTransactions brokers,
            String group,
            Supplier<? extends Collection<TopicPartition>> hiding,
            RecoveryVitals vitals,
            LongSupplier clock) {
        this.brokers = brokers;
        this.group = group;
        this.hiding = hiding;
        this.ownership = new Ownership(group);
        this.vitals = vitals;
        this.clock = clock;
    }

    /** Looks once. What is not answered now is asked again in the next round. */
    void look() throws InterruptedException {
        try {
            Set<OpenTransaction> open = brokers.open(watched());
            Set<OpenTransaction> standing = both(open, before);
            before = open;
            vitals.hanging(standing.isEmpty() ? List.of() : judged(standing));
            told = "";
        } catch (ExecutionException | TimeoutException failure) {
            tell(failure);
        }
    }

    private Set<TopicPartition> watched() throws InterruptedException, ExecutionException, TimeoutException {
        if (offsets.isEmpty()) {
            offsets = brokers.offsetsOf(group);
        }
        Set<TopicPartition> watched = new HashSet<>(hiding.get());
        offsets.ifPresent(watched::add);
        return watched;
    }

    private static Set<OpenTransaction> both(Set<OpenTransaction> some, Set<OpenTransaction> others) {
        return some.stream().filter(others::contains).collect(Collectors.toSet());
    }

    /** Ends those of {@code standing} that hang and are ours; the ones that hang and stay. */
    private List<Hang> judged(Set<OpenTransaction> standing)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<OpenTransaction, String> hanging = forgotten(standing);
        hanging.keySet().retainAll(stillOpen(Set.copyOf(hanging.keySet())));
        Set<Hang> stay = new TreeSet<>();
        for (Map.Entry<OpenTransaction, String> one : hanging.entrySet()) {
            OpenTransaction open = one.getKey();
            if (!ownership.isOurs(one.getValue()) || !isEnded(open)) {
                stay.add(new Hang(open.partition().toString(), open.start(), one.getValue()));
            }
        }
        return List.copyOf(stay);
    }

    /** Those of {@code standing} of which their coordinator does not know any more, with the transactional id. */
    private Map<OpenTransaction, String> forgotten(Set<OpenTransaction> standing)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<Long, Coordinated> known = brokers.coordinated(
                standing.stream().map(OpenTransaction::producerId).collect(Collectors.toSet()));
        Map<OpenTransaction, String> forgotten = new HashMap<>();
        standing.forEach(open -> Optional.ofNullable(known.get(open.producerId()))
                .filter(last -> last.hasForgotten(open))
                .ifPresent(last -> forgotten.put(open, last.transactionalId())));
        return forgotten;
    }

    private Set<OpenTransaction> stillOpen(Set<OpenTransaction> seen) throws InterruptedException, TimeoutException {
        return seen.isEmpty()
                ? Set.of()
                : both(
                        seen,
                        brokers.open(
                                seen.stream().map(OpenTransaction::partition).collect(Collectors.toSet())));
    }

    private boolean isEnded(OpenTransaction open) throws InterruptedException {
        try {
            brokers.abort(open);
            vitals.endedTransaction(open.partition().toString(), clock.getAsLong());
            log.warn(
                    "a transaction of this application hung on {} at offset {}: no coordinator knew of it. It is ended, its records are aborted (producer {}, epoch {})",
                    open.partition(),
                    open.start(),
                    open.producerId(),
                    open.producerEpoch());
            return true;
        } catch (ExecutionException | TimeoutException failure) {
            tell(failure);
            return false;
        }
    }

    /** Once for each kind of failure in a row. */
    private void tell(Exception failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String kind = cause.getClass().getSimpleName();
        if (cause instanceof AuthorizationException && !kind.equals(told)) {
            log.warn(
                    "cannot look for transactions that hang, or end one: {}; it needs READ on the topics, DESCRIBE on the transactional ids and ALTER on the cluster, or end-hanging-transactions=false",
                    cause.toString());
        } else {
            log.debug("cannot look for transactions that hang now: {}", cause.toString());
        }
        told = kind;
    }
}
