package io.exitbrain.topology.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
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
    void shouldReadAndWriteGzipByTheNameOfTheFile() throws IOException {
        Path zippedIn = folder.resolve("day.jsonl.gz");
        try (Writer zip = new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(zippedIn)), UTF_8)) {
            zip.write(DAY);
        }
        Path plain = folder.resolve("out.jsonl");
        Path zipped = folder.resolve("out.jsonl.gz");

        assertThat(replay(in, plain)).isZero();
        assertThat(replay(zippedIn, zipped)).isZero();

        try (InputStream unzipped = new GZIPInputStream(Files.newInputStream(zipped))) {
            assertThat(unzipped.readAllBytes()).isNotEmpty().isEqualTo(Files.readAllBytes(plain));
        }
    }

    @Test
    void shouldSayThatAFileIsNoGzip() throws IOException {
        Path named = Files.writeString(folder.resolve("plain.gz"), DAY);

        assertThat(replay(named, folder.resolve("out.jsonl"))).isEqualTo(2);
        assertThat(fault).isEqualTo("--in: " + named + " is not usable: Not in GZIP format");
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
