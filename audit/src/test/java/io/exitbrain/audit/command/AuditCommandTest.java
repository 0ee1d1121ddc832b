package io.exitbrain.audit.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Files, output and exit codes of the command. */
class AuditCommandTest {

    private static final String FILL =
            "{\"topic\":\"order-fills\",\"key\":\"BTCUSDT\",\"value\":{\"side\":\"BUY\",\"price\":\"100\",\"quantity\":\"1\"},"
                    + "\"timestamp\":1764000000000}\n";
    private static final String PRICE =
            "{\"topic\":\"mark-prices\",\"key\":\"BTCUSDT\",\"value\":{\"p\":\"100.5\"},\"timestamp\":1764000001000}\n";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine command = Main.commandLine();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        return command.execute(arguments);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void shouldEndWith0IfNothingIsWrong() throws IOException {
        assertThat(run("--records", file("day.jsonl", PRICE))).isZero();

        assertThat(out.toString()).endsWith("0 violations in 0 commands of 1 symbol\n");
    }

    @Test
    void shouldEndWith1AndNameTheLineOfAPositionWithoutPlan() throws IOException {
        String day = file("day.jsonl", PRICE + FILL);

        assertThat(run("--records", day)).isEqualTo(1);

        assertThat(out.toString())
                .startsWith("I1 BTCUSDT at " + day + ":2: every open position has exactly one plan")
                .endsWith("1 violation in 0 commands of 1 symbol\n");
    }

    @Test
    void shouldWriteOneJsonObject() throws IOException {
        assertThat(run("--json", "--records", file("day.jsonl", FILL))).isEqualTo(1);

        assertThat(out.toString()).startsWith("{\"verdict\":\"1 violation in 0 commands of 1 symbol\",\"clean\":false");
        assertThat(out.toString()).contains("\"counts\":{\"I1\":1}");
    }

    @Test
    void shouldReadACompressedFile() throws IOException {
        Path file = folder.resolve("day.jsonl.gz");
        try (OutputStream bytes = new GZIPOutputStream(Files.newOutputStream(file))) {
            bytes.write(FILL.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(run("--records", file.toString())).isEqualTo(1);
    }

    @Test
    void shouldReadTheLinesOfKcat() throws IOException {
        String line =
                "{\"topic\":\"order-fills\",\"partition\":3,\"offset\":0,\"tstype\":\"create\",\"ts\":1764000000000,"
                        + "\"key\":\"BTCUSDT\",\"payload\":\"{\\\"side\\\":\\\"BUY\\\",\\\"price\\\":\\\"100\\\",\\\"quantity\\\":\\\"1\\\"}\"}\n";

        assertThat(run("--records", file("kcat.jsonl", line))).isEqualTo(1);

        assertThat(out.toString()).contains("I1 BTCUSDT at order-fills-3@0:");
    }

    @Test
    void shouldEndWith2AndNameTheLineThatIsNoRecord() throws IOException {
        String day = file("day.jsonl", PRICE + "\nnot JSON\n");

        assertThat(run("--records", day)).isEqualTo(2);

        assertThat(err.toString()).startsWith(day + ":3: is not JSON");
    }

    @Test
    void shouldEndWith2IfTheFileIsNotThere() {
        assertThat(run("--records", folder.resolve("none.jsonl").toString())).isEqualTo(2);

        assertThat(err.toString()).startsWith("--records: ").contains("none.jsonl");
    }

    @Test
    void shouldRefuseFilesTogetherWithTopics() throws IOException {
        assertThat(run("--follow", "--records", file("day.jsonl", PRICE))).isEqualTo(2);

        assertThat(err.toString()).startsWith("--records excludes --bootstrap-server");
    }

    @Test
    void shouldEndWith1IfNoBrokerAnswers() {
        assertThat(run("--bootstrap-server", "localhost:1")).isEqualTo(1);

        assertThat(err.toString()).contains("localhost:1");
    }
}
