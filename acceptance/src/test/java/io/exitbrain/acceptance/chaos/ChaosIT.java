package io.exitbrain.acceptance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.audit.Verdict;
import io.exitbrain.chaos.ChaosResult;
import io.exitbrain.chaos.ChaosRun;
import io.exitbrain.chaos.ChaosSettings;
import io.exitbrain.chaos.ChaosSettings.Protocol;
import io.exitbrain.chaos.blow.BlowKind;
import io.exitbrain.demo.exchange.Feed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two engines on one broker are killed, paused and restarted while they trade: the short form of {@code ./exit-brain chaos}. */
@Timeout(300)
class ChaosIT {

    private static final List<BlowKind> BLOWS =
            List.of(BlowKind.KILL_ENGINE, BlowKind.PAUSE_ENGINE, BlowKind.KILL_ALL_ENGINES);
    private static final ChaosSettings SETTINGS = new ChaosSettings(
            Duration.ofMinutes(2),
            7,
            Protocol.CLASSIC,
            Optional.empty(),
            Optional.empty(),
            Feed.OWN,
            1,
            2,
            BLOWS,
            BLOWS.size());

    private final List<String> timeline = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void shouldKeepEveryPromiseUnderBlows() {
        try (ChaosRun run = new ChaosRun(SETTINGS, folder, timeline::add)) {
            ChaosResult result = run.run();

            assertThat(result.failures()).as(timeline.toString()).isEmpty();
            assertThat(result.blows()).hasSize(BLOWS.size());
            Verdict verdict = result.verdict().orElseThrow();
            assertThat(verdict.findings()).isEmpty();
            assertThat(verdict.commands()).isGreaterThan(300);
            assertThat(verdict.undecided()).isZero();
        }
    }
}
