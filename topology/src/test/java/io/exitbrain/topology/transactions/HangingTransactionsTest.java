package io.exitbrain.topology.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.topology.vitals.RecoveryVitals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a transaction is ended. Coordinators that move cannot be had on a broker at will, so the answers are given here. */
class HangingTransactionsTest {

    private static final String OURS = "exit-brain-0b1e7a52-6f0c-4c1f-9d0e-5a4f6f1f2a3b-1";
    private static final TopicPartition PLANS = new TopicPartition("exit-plans", 3);
    private static final TopicPartition OFFSETS = new TopicPartition("__consumer_offsets", 1);
    private static final long NOW = 1_764_000_000_000L;

    private final Answers brokers = new Answers();
    private final RecoveryVitals vitals = new RecoveryVitals();
    private final HangingTransactions transactions =
            new HangingTransactions(brokers, "exit-brain", () -> Set.of(PLANS), vitals, () -> NOW);

    private static OpenTransaction open(TopicPartition partition, int epoch) {
        return new OpenTransaction(partition, 11, epoch, 70, 2);
    }

    private void looks(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            transactions.look();
        }
    }

    @Test
    void shouldEndOursAtTheSecondLook() throws InterruptedException {
        brokers.open = Set.of(open(PLANS, 5), open(OFFSETS, 5));
        brokers.known.put(11L, new Coordinated(OURS, TransactionState.COMPLETE_ABORT, 5, Set.of()));

        looks(1);
        assertThat(brokers.ended).isEmpty();
        looks(1);

        assertThat(brokers.ended).containsExactlyInAnyOrder(open(PLANS, 5), open(OFFSETS, 5));
        assertThat(vitals.transactionsEnded()).isEqualTo(2);
        assertThat(vitals.freedLately(NOW)).containsExactly("__consumer_offsets-1", "exit-plans-3");
        assertThat(vitals.hanging()).isEmpty();
    }

    /** After a broker has died no coordinator may tell of it for a while, and then the same transaction is committed. */
    @Test
    void shouldDoAndSayNothingWhileNoCoordinatorTellsOfTheProducer() throws InterruptedException {
        brokers.open = Set.of(open(PLANS, 5));

        looks(20);

        assertThat(brokers.ended).isEmpty();
        assertThat(vitals.hanging()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = TransactionState.class,
            names = {"PREPARE_COMMIT", "PREPARE_ABORT", "PREPARE_EPOCH_FENCE", "UNKNOWN"})
    void shouldLeaveWhatTheCoordinatorIsAboutToEnd(TransactionState state) throws InterruptedException {
        brokers.open = Set.of(open(PLANS, 5));
        brokers.known.put(11L, new Coordinated(OURS, state, 5, Set.of()));

        looks(3);

        assertThat(brokers.ended).isEmpty();
    }

    @Test
    void shouldLeaveOneThatEndsWhileTheCoordinatorAnswers() throws InterruptedException {
        brokers.open = Set.of(open(PLANS, 5));
        brokers.known.put(11L, new Coordinated(OURS, TransactionState.COMPLETE_COMMIT, 5, Set.of()));
        brokers.whenCoordinatorsAreAsked = () -> brokers.open = Set.of();

        looks(2);

        assertThat(brokers.ended).isEmpty();
    }

    @Test
    void shouldNotTakeTheNextTransactionOfAProducerForTheOneBefore() throws InterruptedException {
        brokers.known.put(11L, new Coordinated(OURS, TransactionState.COMPLETE_COMMIT, 9, Set.of()));
        brokers.open = Set.of(open(PLANS, 5));
        looks(1);
        brokers.open = Set.of(open(PLANS, 6));
        looks(1);

        assertThat(brokers.ended).isEmpty();
    }

    @Test
    void shouldOnlyReportThoseOfOthersAndThoseItMayNotEnd() throws InterruptedException {
        brokers.open = Set.of(open(PLANS, 5));
        brokers.known.put(11L, new Coordinated("another", TransactionState.EMPTY, 5, Set.of()));
        looks(2);
        assertThat(vitals.hanging()).containsExactly(new RecoveryVitals.Hang("exit-plans-3", 70, "another"));

        brokers.known.put(11L, new Coordinated(OURS, TransactionState.EMPTY, 5, Set.of()));
        brokers.mayEnd = false;
        looks(1);
        assertThat(vitals.hanging()).containsExactly(new RecoveryVitals.Hang("exit-plans-3", 70, OURS));
        assertThat(vitals.transactionsEnded()).isZero();

        brokers.open = Set.of();
        looks(1);
        assertThat(vitals.hanging()).isEmpty();
    }

    /** The brokers of a test. */
    private static final class Answers implements BrokerTransactions {

        private final Map<Long, Coordinated> known = new HashMap<>();
        private final List<OpenTransaction> ended = new ArrayList<>();
        private Set<OpenTransaction> open = Set.of();
        private Runnable whenCoordinatorsAreAsked = () -> {};
        private boolean mayEnd = true;

        @Override
        public Optional<TopicPartition> offsetsOf(String group) {
            return Optional.of(OFFSETS);
        }

        @Override
        public Set<OpenTransaction> open(Collection<TopicPartition> partitions) {
            return open.stream()
                    .filter(one -> partitions.contains(one.partition()))
                    .collect(Collectors.toSet());
        }

        @Override
        public Map<Long, Coordinated> coordinated(Set<Long> producers) {
            whenCoordinatorsAreAsked.run();
            return Map.copyOf(known);
        }

        @Override
        public void abort(OpenTransaction hung) throws ExecutionException {
            if (!mayEnd) {
                throw new ExecutionException(new ClusterAuthorizationException("no ALTER"));
            }
            ended.add(hung);
        }
    }
}
