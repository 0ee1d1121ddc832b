package io.exitbrain.topology.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.Topics;
import io.exitbrain.topology.replay.FlowDriver.Emitted;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RehearsalTest {

    private static final Topics TOPICS = Topics.live();

    private final List<Emitted> outputs = Rehearsal.outputs(Policy.DEFAULT, 1_790_000_000_000L);

    private List<String> texts(String topic) {
        return outputs.stream()
                .filter(output -> output.topic().equals(topic))
                .flatMap(output -> output.value().stream())
                .map(value -> new String(value, StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void shouldUseEachRecord() {
        assertThat(texts(TOPICS.deadLetters().name())).isEmpty();
        assertThat(outputs.stream().filter(output -> output.reason().isPresent()))
                .isEmpty();
    }

    /** What is not rehearsed is slow the first time. */
    @Test
    void shouldSendEachActionOnBothSides() {
        Set<String> actions = texts(TOPICS.commands().name()).stream()
                .map(command -> command.replaceAll(".*\"action\":\"(\\w+)\".*\"orderSide\":\"(\\w+)\".*", "$1 $2"))
                .collect(Collectors.toSet());

        assertThat(actions)
                .containsExactlyInAnyOrder(
                        "PLACE SELL",
                        "MOVE SELL",
                        "EXIT SELL",
                        "CANCEL SELL",
                        "PLACE BUY",
                        "MOVE BUY",
                        "EXIT BUY",
                        "CANCEL BUY");
    }
}
