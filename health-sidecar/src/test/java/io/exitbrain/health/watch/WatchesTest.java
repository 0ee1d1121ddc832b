package io.exitbrain.health.watch;

import static io.exitbrain.health.watch.ScriptedProbe.DOWN;
import static io.exitbrain.health.watch.ScriptedProbe.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.exitbrain.health.probe.Status;
import io.exitbrain.health.settings.Overrides;
import io.exitbrain.health.settings.SettingsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WatchesTest {

    private static final String ONE = """
            interval: 200ms
            damping: {failures: %d, of: %d}
            dependencies: {one: {kind: tcp, address: 'h:1'%s}}
            """;
    private static final String HANGING = ONE.formatted(1, 1, ", timeout: 50ms");

    private final ManualClocks clocks = new ManualClocks();
    private final Map<String, ScriptedProbe> probes = new HashMap<>(Map.of("one", new ScriptedProbe(OK)));
    private Optional<Watches> watches = Optional.empty();

    @AfterEach
    void close() {
        probes.values().forEach(ScriptedProbe::release);
        watches.ifPresent(Watches::close);
    }

    @Test
    void shouldNotBeReadyBeforeTheFirstProbes() {
        probe().hang();

        start(HANGING);

        assertThat(report().isReady()).isFalse();
        assertThat(status("one").error())
                .hasValueSatisfying(error -> assertThat(error).contains("h:1"));
    }

    @Test
    void shouldEndAHangingProbeAtItsTimeout() {
        probe().hang();

        start(HANGING);

        await().untilAsserted(() -> assertThat(status("one").error()).contains("Timeout after 50 ms: h:1"));
    }

    @Test
    void shouldNeverRunAThirdProbeBesideTwoThatHang() {
        probe().hang();
        start(HANGING);
        await().until(() -> status("one").strip().size() == 2);

        clocks.advance(Duration.ofSeconds(20));

        assertThat(probe().hanging).hasValue(2);
        assertThat(status("one").status()).isEqualTo(Status.DOWN);
        assertThat(status("one").error()).contains("No probe finished for 20 s: h:1");
    }

    @Test
    void shouldRecoverOnceTheProbesNoLongerHang() {
        probe().hang();
        start(HANGING);
        await().until(() -> status("one").strip().size() == 2);

        probe().release();

        await().untilAsserted(() -> assertThat(status("one").status()).isEqualTo(Status.OK));
        await().untilAsserted(() -> assertThat(probe().hanging).hasValue(0));
    }

    @Test
    void shouldCountAResultOlderThanThreeIntervalsAsDown() {
        start(ONE.formatted(1, 1, "").replace("200ms", "1h"));
        await().until(() -> status("one").status() == Status.OK);

        clocks.advance(Duration.ofHours(3));
        assertThat(status("one").status()).isEqualTo(Status.OK);
        assertThat(status("one").ageSeconds()).hasValue(3 * 3600);

        clocks.advance(Duration.ofSeconds(1));
        assertThat(status("one").status()).isEqualTo(Status.DOWN);
        assertThat(status("one").error()).contains("No probe finished for 10801 s: h:1");
    }

    @Test
    void shouldNotDependOnAWallClockThatJumps() {
        start(ONE.formatted(1, 1, ""));
        await().until(() -> status("one").status() == Status.OK);

        for (String moment : new String[] {"2001-01-01T00:00:00Z", "2099-01-01T00:00:00Z"}) {
            clocks.set(Instant.parse(moment));
            int before = probe().checks.get();

            assertThat(report().timestamp()).isEqualTo(moment);
            assertThat(report().uptimeSeconds()).isZero();
            await().untilAsserted(() -> assertThat(status("one").status()).isEqualTo(Status.OK));
            assertThat(status("one").ageSeconds()).hasValue(0);
            await().until(() -> probe().checks.get() > before);
        }
    }

    @Test
    void shouldProbeAgainOnceTheMaskEnds() {
        probe().find(DOWN);
        start(ONE.formatted(1, 1, ", enabled: false, reason: not deployed, until: 2026-11-23"));
        assertThat(status("one").status()).isEqualTo(Status.NOT_APPLICABLE);
        assertThat(report().status()).isEqualTo(Status.OK);

        clocks.set(Instant.parse("2026-11-22T23:59:59Z"));
        assertThat(status("one").status()).isEqualTo(Status.NOT_APPLICABLE);
        assertThat(probe().checks).hasValue(0);
        clocks.set(Instant.parse("2026-11-23T00:00:00Z"));

        await().untilAsserted(() -> assertThat(status("one").status()).isEqualTo(Status.DOWN));
    }

    @Test
    void shouldDampFlappingAndNeverHideIt() {
        start(ONE.formatted(2, 3, ""));
        await().until(() -> status("one").strip().size() > 3);

        probe().find(DOWN);
        await().until(() -> status("one").status() == Status.DOWN);
        probe().find(OK);
        await().until(() -> status("one").status() == Status.OK);

        assertThat(status("one").strip())
                .filteredOn(mark -> mark.status() == Status.DOWN)
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void shouldUseANewFileWithoutARestartAndKeepTheHistory(@TempDir Path folder) throws Exception {
        Path path = folder.resolve("sidecar.yaml");
        Files.writeString(path, ONE.formatted(1, 1, ", enabled: false, reason: later"));
        watches = Optional.of(Watches.start(SettingsFile.at(path, Overrides.NONE), clocks.clocks(), one -> probe()));
        assertThat(status("one").status()).isEqualTo(Status.NOT_APPLICABLE);

        Files.writeString(path, ONE.formatted(1, 1, ""));

        await().untilAsserted(() -> assertThat(status("one").status()).isEqualTo(Status.OK));
        Files.writeString(path, "dependencies: nonsense");
        await().untilAsserted(() -> assertThat(report().settingsFault()).isPresent());
        await().untilAsserted(() -> assertThat(status("one").status()).isEqualTo(Status.OK));
    }

    private void start(String yaml) {
        watches = Optional.of(Watches.start(
                SettingsFile.fixed(yaml, Overrides.NONE),
                clocks.clocks(),
                dependency -> probes.getOrDefault(dependency.name(), probe())));
    }

    private ScriptedProbe probe() {
        return probes.getOrDefault("one", new ScriptedProbe(OK));
    }

    private Report report() {
        return watches.orElseThrow().report();
    }

    private DependencyStatus status(String name) {
        return report().dependencies().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
