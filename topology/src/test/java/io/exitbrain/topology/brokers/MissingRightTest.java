package io.exitbrain.topology.brokers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class MissingRightTest {

    @Test
    void shouldNameTheRightWhereverItIsInTheCauses() {
        StreamsException failure =
                new StreamsException("cannot send", new TopicAuthorizationException(Set.of("exit-plans")));

        assertThat(MissingRight.sentence(failure))
                .contains(
                        "the brokers do not allow it to the user of the engine: Not authorized to access topics: [exit-plans] (docs/security.md lists the rights)");
    }

    @Test
    void shouldSayNothingOfAnotherFailure() {
        assertThat(MissingRight.sentence(new StreamsException("late", new IllegalStateException())))
                .isEmpty();
    }
}
