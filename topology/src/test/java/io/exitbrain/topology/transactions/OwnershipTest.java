package io.exitbrain.topology.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnershipTest {

    private static final String UUID = "0b1e7a52-6f0c-4c1f-9d0e-5a4f6f1f2a3b";

    private final Ownership ownership = new Ownership("exit-brain", List.of("exit-plans"));

    private static OpenTransaction on(String topic) {
        return new OpenTransaction(new TopicPartition(topic, 0), 1, 2, 3, 4);
    }

    @ParameterizedTest
    @CsvSource({
        "exit-brain-" + UUID + "-1, true",
        "exit-brain-" + UUID + "-12, true",
        "exit-brain-shadow-" + UUID + "-1, false",
        "exit-brain-" + UUID + ", false",
        "exit-brain, false",
        "exit-brain-feed, false",
        "exitXbrain-" + UUID + "-1, false",
        "other-exit-brain-" + UUID + "-1, false"
    })
    void shouldKnowItsOwnProducersByName(String transactionalId, boolean isOurs) {
        assertThat(ownership.isOurs(on("mark-prices"), Optional.of(transactionalId)))
                .isEqualTo(isOurs);
        assertThat(ownership.isOurs(on("exit-plans"), Optional.of(transactionalId)))
                .isEqualTo(isOurs);
    }

    @ParameterizedTest
    @CsvSource({"exit-plans, true", "mark-prices, false", "__consumer_offsets, false"})
    void shouldCountANamelessProducerAsItsOwnWhereNobodyElseWrites(String topic, boolean isOurs) {
        assertThat(ownership.isOurs(on(topic), Optional.empty())).isEqualTo(isOurs);
    }
}
