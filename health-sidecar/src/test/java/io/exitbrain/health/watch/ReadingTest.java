package io.exitbrain.health.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.health.probe.Status;
import io.exitbrain.health.settings.Damping;
import io.exitbrain.health.settings.Dependency;
import io.exitbrain.health.settings.Overrides;
import io.exitbrain.health.settings.SettingsFile;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {

    private final Clocks clocks = new ManualClocks().clocks();

    @ParameterizedTest
    @CsvSource({"0.0, 1, OK", "2.0, 1, OK", "2.1, 1, DEGRADED", "2.1, 2, OK"})
    void shouldBeDegradedWhileAProbeWaitsForLongerThanASlowAnswerTakes(double waiting, int failures, Status expected) {
        Dependency one = SettingsFile.fixed(
                        "dependencies: {one: {kind: tcp, address: 'h:1', degraded-above: 2s}}", Overrides.NONE)
                .settings()
                .dependencies()
                .get(0);
        History history = new History();
        history.add(new Seen(clocks.nanos().getAsLong(), ScriptedProbe.OK));

        Standing standing = new Reading(
                        one,
                        Duration.ofSeconds(5),
                        new Damping(failures, failures),
                        history,
                        Optional.empty(),
                        waiting,
                        clocks)
                .standing();

        assertThat(standing.status()).isEqualTo(expected);
        assertThat(standing.error())
                .isEqualTo(expected == Status.OK ? Optional.empty() : Optional.of("No answer for 2.1 s: h:1"));
    }

    @Test
    void shouldRememberTheLastHundredProbes() {
        History history = new History();

        for (int i = 1; i <= 130; i++) {
            history.add(new Seen(i, ScriptedProbe.OK));
        }

        assertThat(history.all()).hasSize(100);
        assertThat(history.all().get(0).atNanos()).isEqualTo(31);
        assertThat(history.newest()).contains(new Seen(130, ScriptedProbe.OK));
        assertThat(history.tally().of(Status.OK)).isEqualTo(130);
    }
}
