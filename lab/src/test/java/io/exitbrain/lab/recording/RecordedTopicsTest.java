package io.exitbrain.lab.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which topics a recording has. */
class RecordedTopicsTest {

    @Test
    void shouldTakeTheInputsByDefaultAndLeaveOutWhatTheEngineSendsOn() {
        RecordedTopics usual = RecordedTopics.of(List.of(), false);

        assertThat(usual.names())
                .containsExactly(
                        "order-fills", "positions", "mark-prices", "execution-reports", "instruments", "exit-context");
        assertThat(usual.hasOutputs()).isFalse();
        assertThat(usual.on(List.of("order-fills", "instruments", "other")))
                .containsExactly("order-fills", "instruments");
    }

    @Test
    void shouldTakeTheTablesWithWhateverIsNamed() {
        RecordedTopics named = RecordedTopics.of(List.of("mark-prices", "order-fills"), false);

        assertThat(named.names()).containsExactly("order-fills", "mark-prices", "instruments", "exit-context");
        assertThat(named.on(List.of())).containsExactly("order-fills", "mark-prices");
    }

    @Test
    void shouldTakeOutputsWhenAskedOrNamed() {
        assertThat(RecordedTopics.of(List.of(), true).names())
                .endsWith("exit-plans", "trailing-stop-commands", "exit-events", "dead-letters");
        assertThat(RecordedTopics.of(List.of("exit-events"), false).hasOutputs())
                .isTrue();
    }

    @Test
    void shouldRefuseATopicThatIsNotOfTheEngine() {
        assertThatThrownBy(() -> RecordedTopics.of(List.of("prices"), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("must be topics of the engine, was prices; there are order-fills, positions,");
    }
}
