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
        Coordinated known = new Coordinated("a", state, Set.of(IN_IT));

        assertThat(known.hasForgotten(IN_IT)).isEqualTo(inIt);
        assertThat(known.hasForgotten(NOT_IN_IT)).isEqualTo(notInIt);
    }
}
