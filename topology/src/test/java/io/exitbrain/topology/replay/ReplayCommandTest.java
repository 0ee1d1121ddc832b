package io.exitbrain.topology.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The files of a replay: nothing is lost. */
class ReplayCommandTest {

    private static final String DAY =
            "{\"topic\":\"order-fills\",\"key\":\"A\",\"value\":{\"side\":\"BUY\",\"price\":\"100\",\"quantity\":\"4\"},\"timestamp\":1000}\n";

    @TempDir
    private Path folder;

    private String fault = "";
    private Path in = Path.of("");

    @BeforeEach
    void writeDay() throws IOException {
        in = Files.writeString(folder.resolve("day.jsonl"), DAY);
    }

    private int replay(Path from, Path to) {
        return new CommandLine(new ReplayCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    fault = String.valueOf(failure.getMessage());
                    return 2;
                })
                .execute("--in", from.toString(), "--out", to.toString());
    }

    @Test
    void shouldReplaceAnOldOutputAndLeaveNoOtherFile() throws IOException {
        Path out = Files.writeString(folder.resolve("out.jsonl"), "old");

        assertThat(replay(in, out)).isZero();

        assertThat(out).content().startsWith("{\"topic\":\"exit-plans\"");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void shouldRefuseItsInputAsOutput() {
        assertThat(replay(in, folder.resolve("x/../day.jsonl").normalize())).isEqualTo(2);
        assertThat(fault).contains("--out", "day.jsonl is the file of --in");
        assertThat(in).hasContent(DAY);
    }

    @Test
    void shouldRefuseItsInputInAnotherSpelling() {
        assertThat(replay(in, folder.resolve(".").resolve("day.jsonl"))).isEqualTo(2);
        assertThat(fault).contains("is the file of --in");
        assertThat(in).hasContent(DAY);
    }

    @Test
    void shouldRefuseItsInputBehindALink() throws IOException {
        assertThat(replay(in, Files.createSymbolicLink(folder.resolve("link"), in)))
                .isEqualTo(2);
        assertThat(fault).contains("is the file of --in");
        assertThat(in).hasContent(DAY);
    }

    @Test
    void shouldRefuseItsInputUnderASecondName() throws IOException {
        assertThat(replay(in, Files.createLink(folder.resolve("hard"), in))).isEqualTo(2);
        assertThat(fault).contains("is the file of --in");
        assertThat(in).hasContent(DAY);
    }

    @Test
    void shouldKeepTheOldOutputWhenALineIsBad() throws IOException {
        Path out = Files.writeString(folder.resolve("out.jsonl"), "old");

        assertThat(replay(Files.writeString(folder.resolve("bad"), DAY + "nonsense\n"), out))
                .isEqualTo(2);

        assertThat(fault).contains("line 2");
        assertThat(out).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void shouldKeepTheOldOutputWhenTheInputIsMissing() throws IOException {
        Path out = Files.writeString(folder.resolve("out.jsonl"), "old");

        assertThat(replay(folder.resolve("nothing"), out)).isEqualTo(2);

        assertThat(fault).isEqualTo("--in: " + folder.resolve("nothing") + " does not exist");
        assertThat(out).hasContent("old");
    }

    @Test
    void shouldReplaceTheFileBehindALink() throws IOException {
        Path out = Files.writeString(folder.resolve("out.jsonl"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), out);

        assertThat(replay(in, link)).isZero();

        assertThat(link).isSymbolicLink();
        assertThat(out).content().contains("exit-plans");
    }

    @Test
    void shouldNameAMissingFolder() {
        assertThat(replay(in, folder.resolve("no/out.jsonl"))).isEqualTo(2);
        assertThat(fault).isEqualTo("--out: the folder " + folder.resolve("no") + " does not exist");
    }
}
