package io.exitbrain.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.lab.costs.Costs;
import io.exitbrain.lab.costs.Funding;
import io.exitbrain.lab.guard.GuardSettings;
import io.exitbrain.lab.guard.Verdict.Word;
import io.exitbrain.lab.policies.LabPolicy;
import io.exitbrain.lab.result.DrawnTrade;
import io.exitbrain.lab.result.LabResult;
import io.exitbrain.lab.simulation.StrategyFills;
import io.exitbrain.lab.statistics.Resampling;
import io.exitbrain.topology.policy.PolicyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a recording to a verdict. */
class LabRunTest {

    private static final String SHAPE = """
            profiles:
              NORMAL:
                take-profit: []
                trailing: {activate: {at-r: %s}, callback-pct: %s}
            """;

    @TempDir
    private Path folder = Path.of("");

    private static LabPolicy policy(String name, String activation, String callback) {
        return new LabPolicy(name, PolicyFile.read(name, SHAPE.formatted(activation, callback)), name, "");
    }

    private static final LabPolicy TIGHT = policy("tight", "0.2", "0.003");
    private static final LabPolicy LOOSE = policy("loose", "1", "0.02");

    private Path recording(String name, int days, double momentum) {
        try {
            return Files.write(folder.resolve(name), SyntheticDays.of(days, momentum, 1));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private LabResult run(Path recording, LabPolicy... policies) {
        GuardSettings guard = new GuardSettings(0.3, 20, 10, Duration.ofHours(12), new Resampling(500, 1, 1));
        LabOptions options = new LabOptions(
                List.of(recording),
                List.of(policies),
                Optional.empty(),
                Costs.DEFAULT,
                "built in",
                Funding.NONE,
                false,
                Duration.ofHours(12),
                StrategyFills.DEFAULT,
                guard,
                folder.resolve("ledger.jsonl"),
                20,
                "test");
        return new LabRun(options, share -> {}).run();
    }

    @Test
    void shouldFindPlantedMomentum() {
        LabResult result = run(recording("momentum.jsonl", 70, 0.35), TIGHT, LOOSE);

        assertThat(result.judgement().verdict().word())
                .as("%s", result.judgement().verdict().reasons())
                .isEqualTo(Word.BETTER);
        // On prices without memory the difference is smaller.
        assertThat(result.nullRun().orElseThrow().share()).isLessThan(0.1);
    }

    @Test
    void shouldNotCallARandomWalkBetter() {
        LabResult result = run(recording("walk.jsonl", 70, 0), TIGHT, LOOSE);

        assertThat(result.judgement().verdict().word()).isEqualTo(Word.NOT_DISTINGUISHABLE);
        assertThat(result.setup().inputHash()).hasSize(64);
    }

    @Test
    void shouldGiveTheSameResultForTheSameInput() {
        Path recording = recording("same.jsonl", 35, 0);

        LabResult first = run(recording, TIGHT, LOOSE);
        LabResult second = run(recording, TIGHT, LOOSE);

        assertThat(second.simulated()).isEqualTo(first.simulated());
        assertThat(second.measures()).isEqualTo(first.measures());
        assertThat(second.nullRun()).isEqualTo(first.nullRun());
        assertThat(second.drawn()).isEqualTo(first.drawn());
        assertThat(second.setup()).isEqualTo(first.setup());
    }

    @Test
    void shouldDrawTheTradesThatDifferMost() {
        LabResult result = run(recording("drawn.jsonl", 35, 0), TIGHT, LOOSE);

        assertThat(result.drawn()).hasSize(6).allSatisfy(drawn -> {
            assertThat(drawn.prices())
                    .isNotEmpty()
                    .isSortedAccordingTo(java.util.Comparator.comparingLong(DrawnTrade.Point::time));
            assertThat(drawn.baselineStops()).isNotEmpty();
            assertThat(drawn.policyStops()).isNotEmpty();
        });
        assertThat(result.drawn().get(0).policyResult() - result.drawn().get(0).baselineResult())
                .isNotZero();
    }

    @Test
    void shouldRememberWhatWasTried() {
        Path recording = recording("ledger.jsonl.in", 35, 0);

        assertThat(run(recording, TIGHT, LOOSE).judgement().tries()).isEqualTo(1);
        assertThat(run(recording, TIGHT, policy("other", "0.5", "0.01"))
                        .judgement()
                        .tries())
                .isGreaterThan(1);
    }

    @Test
    void shouldSayTooLittleDataForAFewTrades() throws IOException {
        Path few = Files.write(folder.resolve("few.jsonl"), SyntheticDays.of(3, 0, 1));

        assertThat(run(few, TIGHT, LOOSE).judgement().verdict().word()).isEqualTo(Word.TOO_LITTLE_DATA);
    }
}
