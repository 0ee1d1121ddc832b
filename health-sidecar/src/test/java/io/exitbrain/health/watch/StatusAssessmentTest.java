package io.exitbrain.health.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.health.probe.Status;
import io.exitbrain.health.settings.Damping;
import io.exitbrain.health.settings.Dependency;
import io.exitbrain.health.settings.Overrides;
import io.exitbrain.health.settings.SettingsFile;
import io.exitbrain.health.watch.History.TimedFinding;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusAssessmentTest {

    private final Clocks clocks = new ManualClocks().clocks();

    @ParameterizedTest
    @CsvSource({"0.0, 1, OK", "2.0, 1, OK", "2.1, 1, DEGRADED", "2.1, 2, OK"})
    void shouldBeDegradedWhileAProbeWaitsLongerThanASlowAnswer(double waiting, int failures, Status expected) {
        Dependency one = SettingsFile.fixed(
                        "dependencies: {one: {kind: tcp, address: 'h:1', degraded-above: 2s}}", Overrides.NONE)
                .settings()
                .dependencies()
                .get(0);
        History history = new History();
        history.add(new TimedFinding(clocks.nanos().getAsLong(), ScriptedProbe.OK));

        DependencyStatus status = new StatusAssessment(
                        one,
                        Duration.ofSeconds(5),
                        new Damping(failures, failures),
                        history,
                        Optional.empty(),
                        waiting,
                        clocks)
                .status();

        assertThat(status.status()).isEqualTo(expected);
        assertThat(status.error())
                .isEqualTo(expected == Status.OK ? Optional.empty() : Optional.of("No answer for 2.1 s: h:1"));
    }
}
