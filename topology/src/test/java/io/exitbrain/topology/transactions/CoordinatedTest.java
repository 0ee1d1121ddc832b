package io.exitbrain.topology.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoordinatedTest {

    private static final TopicPartition IN_IT = new TopicPartition("plans", 0);
    private static final TopicPartition NOT_IN_IT = new TopicPartition("plans", 1);

    @ParameterizedTest
    @CsvSource({
        "EMPTY, true, true",
        "COMPLETE_COMMIT, true, true",
        "COMPLETE_ABORT, true, true",
        "ONGOING, false, true",
        "PREPARE_COMMIT, false, false",
        "PREPARE_ABORT, false, false",
        "PREPARE_EPOCH_FENCE, false, false",
        "UNKNOWN, false, false"
    })
    void shouldTellWhatNobodyWillEnd(TransactionState state, boolean inIt, boolean notInIt) {
        Coordinated known = new Coordinated("a", state, 7, Set.of(IN_IT));

        assertThat(known.hasForgotten(openOn(IN_IT, 7))).isEqualTo(inIt);
        assertThat(known.hasForgotten(openOn(NOT_IN_IT, 7))).isEqualTo(notInIt);
    }

    /** A coordinator that has lost its place, and does not know it yet, may answer with what was before this transaction. */
    @ParameterizedTest
    @CsvSource({"6, true", "7, true", "8, false"})
    void shouldNotSpeakOfATransactionThatIsNewerThanItself(int openEpoch, boolean isForgotten) {
        Coordinated known = new Coordinated("a", TransactionState.COMPLETE_COMMIT, 7, Set.of());

        assertThat(known.hasForgotten(openOn(IN_IT, openEpoch))).isEqualTo(isForgotten);
    }

    private static OpenTransaction openOn(TopicPartition partition, int producerEpoch) {
        return new OpenTransaction(partition, 1, producerEpoch, 2, 3);
    }
}
