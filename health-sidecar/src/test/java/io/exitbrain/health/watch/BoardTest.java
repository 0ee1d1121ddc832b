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
class BoardTest {

    private static final String ONE = """
            interval: 200ms
            damping: {failures: %d, of: %d}
            dependencies: {one: {kind: tcp, address: 'h:1'%s}}
            """;
    private static final String HANGING = ONE.formatted(1, 1, ", timeout: 50ms");

    private final ManualClocks clocks = new ManualClocks();
    private final Map<String, ScriptedProbe> probes = new HashMap<>(Map.of("one", new ScriptedProbe(OK)));
    private Optional<Board> board = Optional.empty();

    @AfterEach
    void close() {
        probes.values().forEach(ScriptedProbe::release);
        board.ifPresent(Board::close);
    }

    @Test
    void shouldNotBeReadyBeforeTheFirstProbes() {
        probe().hang();

        start(HANGING);

        assertThat(report().isReady()).isFalse();
        assertThat(standing("one").error())
                .hasValueSatisfying(error -> assertThat(error).contains("h:1"));
    }

    @Test
    void shouldEndAHangingProbeAtItsTimeout() {
        probe().hang();

        start(HANGING);

        await().untilAsserted(() -> assertThat(standing("one").error()).contains("Timeout after 50 ms: h:1"));
    }

    @Test
    void shouldNeverRunAThirdProbeBesideTwoThatHang() {
        probe().hang();
        start(HANGING);
        await().until(() -> standing("one").strip().size() == 2);

        clocks.pass(Duration.ofSeconds(20));

        assertThat(probe().hanging).hasValue(2);
        assertThat(standing("one").status()).isEqualTo(Status.DOWN);
        assertThat(standing("one").error()).contains("No probe finished for 20 s: h:1");
    }

    @Test
    void shouldRecoverByItselfOnceTheProbesNoLongerHang() {
        probe().hang();
        start(HANGING);
        await().until(() -> standing("one").strip().size() == 2);

        probe().release();

        await().untilAsserted(() -> assertThat(standing("one").status()).isEqualTo(Status.OK));
        await().untilAsserted(() -> assertThat(probe().hanging).hasValue(0));
    }

    @Test
    void shouldCountAResultOlderThanThreeIntervalsAsDown() {
        start(ONE.formatted(1, 1, "").replace("200ms", "1h"));
        await().until(() -> standing("one").status() == Status.OK);

        clocks.pass(Duration.ofHours(3));
        assertThat(standing("one").status()).isEqualTo(Status.OK);
        assertThat(standing("one").ageSeconds()).hasValue(3 * 3600);

        clocks.pass(Duration.ofSeconds(1));
        assertThat(standing("one").status()).isEqualTo(Status.DOWN);
        assertThat(standing("one").error()).contains("No probe finished for 10801 s: h:1");
    }

    @Test
    void shouldNotCareForAWallClockThatJumps() {
        start(ONE.formatted(1, 1, ""));
        await().until(() -> standing("one").status() == Status.OK);

        for (String moment : new String[] {"2001-01-01T00:00:00Z", "2099-01-01T00:00:00Z"}) {
            clocks.set(Instant.parse(moment));
            int before = probe().looks.get();

            assertThat(report().timestamp()).isEqualTo(moment);
            assertThat(report().uptimeSeconds()).isZero();
            await().untilAsserted(() -> assertThat(standing("one").status()).isEqualTo(Status.OK));
            assertThat(standing("one").ageSeconds()).hasValue(0);
            await().until(() -> probe().looks.get() > before);
        }
    }

    @Test
    void shouldProbeAgainByItselfOnceTheMaskEnds() {
        probe().find(DOWN);
        start(ONE.formatted(1, 1, ", enabled: false, reason: not deployed, until: 2026-11-23"));
        assertThat(standing("one").status()).isEqualTo(Status.NOT_APPLICABLE);
        assertThat(report().status()).isEqualTo(Status.OK);

        clocks.set(Instant.parse("2026-11-22T23:59:59Z"));
        assertThat(standing("one").status()).isEqualTo(Status.NOT_APPLICABLE);
        assertThat(probe().looks).hasValue(0);
        clocks.set(Instant.parse("2026-11-23T00:00:00Z"));

        await().untilAsserted(() -> assertThat(standing("one").status()).isEqualTo(Status.DOWN));
    }

    @Test
    void shouldDampFlappingAndNeverHideIt() {
        start(ONE.formatted(2, 3, ""));
        await().until(() -> standing("one").strip().size() > 3);

        probe().find(DOWN);
        await().until(() -> standing("one").status() == Status.DOWN);
        probe().find(OK);
        await().until(() -> standing("one").status() == Status.OK);

        assertThat(standing("one").strip())
                .filteredOn(mark -> mark.status() == Status.DOWN)
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void shouldTakeANewFileWithoutARestartAndKeepWhatWasSeen(@TempDir Path folder) throws Exception {
        Path path = folder.resolve("sidecar.yaml");
        Files.writeString(path, ONE.formatted(1, 1, ", enabled: false, reason: later"));
        board = Optional.of(Board.start(SettingsFile.at(path, Overrides.NONE), clocks.clocks(), one -> probe()));
        assertThat(standing("one").status()).isEqualTo(Status.NOT_APPLICABLE);

        Files.writeString(path, ONE.formatted(1, 1, ""));

        await().untilAsserted(() -> assertThat(standing("one").status()).isEqualTo(Status.OK));
        Files.writeString(path, "dependencies: nonsense");
        await().untilAsserted(() -> assertThat(report().settingsFault()).isPresent());
        await().untilAsserted(() -> assertThat(standing("one").status()).isEqualTo(Status.OK));
    }

    private void start(String yaml) {
        board = Optional.of(Board.start(
                SettingsFile.fixed(yaml, Overrides.NONE),
                clocks.clocks(),
                dependency -> probes.getOrDefault(dependency.name(), probe())));
    }

    private ScriptedProbe probe() {
        return probes.getOrDefault("one", new ScriptedProbe(OK));
    }

    private Report report() {
        return board.orElseThrow().report();
    }

    private Standing standing(String name) {
        return report().dependencies().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
