package io.exitbrain.topology.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnershipTest {

    private static final String UUID = "0b1e7a52-6f0c-4c1f-9d0e-5a4f6f1f2a3b";

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
        assertThat(new Ownership("exit-brain").isOurs(transactionalId)).isEqualTo(isOurs);
    }
}
