package io.exitbrain.benchmarks.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KindTest {

    @Test
    void shouldBeFoundByItsName() {
        assertThat(Kind.named("byte-durable-loop")).isEqualTo(Kind.BYTE_DURABLE_LOOP);
    }

    @Test
    void shouldListTheNamesIfANameIsWrong() {
        assertThatThrownBy(() -> Kind.named("flor"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("candidate must be one of raw-poll, floor,")
                .hasMessageEndingWith("was flor");
    }

    @Test
    void shouldCompareTheEngineByDefaultAndSlowCandidatesOnRequest() {
        assertThat(Kind.comparedByDefault())
                .contains(Kind.ENGINE, Kind.QUIET_INTAKE)
                .doesNotContain(Kind.QUIET_IDLE_0);
        assertThat(Kind.named("quiet-idle-0")).isEqualTo(Kind.QUIET_IDLE_0);
    }
}
