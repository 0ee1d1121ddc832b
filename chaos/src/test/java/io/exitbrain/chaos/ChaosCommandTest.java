package io.exitbrain.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.chaos.blow.BlowKind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChaosCommandTest {

    private final StringWriter err = new StringWriter();

    private int execute(String... arguments) {
        return Main.commandLine().setErr(new PrintWriter(err, true)).execute(arguments);
    }

    @ParameterizedTest
    @CsvSource({
        "--brokers, 0, '--brokers must be in [1, 5], was 0'",
        "--engines, 10, '--engines must be in [1, 9], was 10'",
        "--for, soon, 'must be a duration such as 60s, 5m or 1h, was soon'",
        "--blows, dance, 'no kind of blow, was dance'"
    })
    void shouldRefuseWrongValuesBeforeAnythingStarts(String option, String value, String message) {
        assertThat(execute(option, value)).isEqualTo(2);
        assertThat(err.toString()).contains(message);
    }

    @Test
    void shouldRefuseABlowThatNeedsMoreBrokers() {
        assertThat(execute("--brokers", "1", "--blows", "kill-engine,kill-two-brokers"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("kill-two-brokers needs more than --brokers 1");
    }

    @Test
    void shouldRefuseTheFastLaneWithTheStreamsProtocol() {
        assertThat(execute("--protocol", "streams", "--lane", "fast")).isEqualTo(2);
        assertThat(err.toString()).contains("--lane fast needs --protocol classic");
    }

    @Test
    void shouldNotEmptyAFolderThatHoldsSomethingElse(@TempDir Path folder) throws Exception {
        Path letters = Files.writeString(folder.resolve("letters"), "keep");

        assertThat(execute("--data", folder.toString())).isEqualTo(2);
        assertThat(letters).exists();
        assertThat(err.toString()).contains("something else");
    }

    @Test
    void shouldSumUpTheGapsOfEachKind() {
        ChaosResult result = new ChaosResult(
                7,
                List.of(
                        blow(BlowKind.KILL_ENGINE, 900),
                        blow(BlowKind.KILL_ENGINE, 500),
                        blow(BlowKind.KILL_BROKER, 7_000)),
                List.of("engine-1 has ended"),
                Optional.empty());

        assertThat(result.isGood()).isFalse();
        assertThat(ResultText.of(result))
                .containsPattern("kill-engine +2 +0.90 s +0.90 s")
                .containsPattern("kill-broker +1 +7.00 s +7.00 s")
                .contains("FAILED engine-1 has ended", "no verdict");
        assertThat(ResultJson.of(result))
                .contains("\"good\":false", "\"kill-engine\":{\"count\":2,\"p50Ms\":900,\"maxMs\":900}");
    }

    private static BlowResult blow(BlowKind kind, long gapMs) {
        return new BlowResult(kind, 1_000, "engine-1", gapMs, gapMs + 1_000);
    }
}
