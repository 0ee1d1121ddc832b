package io.exitbrain.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LabCommandTest {

    private static final String DAY = """
            {"topic":"instruments","key":"A","value":{"tickSize":"0.01","stepSize":"0.001"},"timestamp":1764000000000}
            {"topic":"mark-prices","key":"A","value":{"markPrice":"100"},"timestamp":1764000000000}
            {"topic":"order-fills","key":"A","value":{"symbol":"A","side":"BUY","price":"100","quantity":"1","fillId":"1"},"timestamp":1764000001000}
            {"topic":"mark-prices","key":"A","value":{"markPrice":"101"},"timestamp":1764000002000}
            {"topic":"mark-prices","key":"A","valueText":"{\\"markPrice\\":\\"none\\"}","timestamp":1764000002500}
            {"topic":"mark-prices","key":"A","value":{"markPrice":"97"},"timestamp":1764000003000}
            """;

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path day = Path.of("");

    @BeforeEach
    void write() throws IOException {
        day = Files.writeString(folder.resolve("day.jsonl"), DAY);
    }

    private int lab(Object... arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(Stream.concat(Stream.of("lab"), Stream.of(arguments))
                .map(Object::toString)
                .toArray(String[]::new));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void shouldWriteTheReportAndSayWhereItIs() {
        Path html = folder.resolve("lab.html");
        Path json = folder.resolve("lab.json");
        Path trades = folder.resolve("trades.csv");

        assertThat(lab("--in", day, "--out", html, "--json", json, "--trades", trades))
                .isZero();

        assertThat(out.toString()).contains("built-in").contains("report: " + html);
        assertThat(html).content().startsWith("<!DOCTYPE html>");
        assertThat(json).content().contains("\"inputHash\"");
        assertThat(trades).content().contains("actual").contains("STOP");
        assertThat(folder.resolve("lab-ledger.jsonl")).isRegularFile();
        assertThat(err.toString()).contains("3 prices");
    }

    @Test
    void shouldWriteTheSameBytesTwice() throws IOException {
        Path html = folder.resolve("lab.html");
        List<String> reports = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            assertThat(lab(
                            "--in",
                            day,
                            "--out",
                            html,
                            "--policy",
                            "tight=" + file("tight.yaml", "stop: {default-pct: 0.01}")))
                    .isZero();
            reports.add(Files.readString(html));
        }
        assertThat(reports.get(1)).isEqualTo(reports.get(0));
    }

    @Test
    void shouldCountWhatCannotBeRead() throws IOException {
        Path json = folder.resolve("lab.json");

        assertThat(lab("--in", day, "--json", json)).isZero();

        assertThat(json).content().contains("line 5, mark-prices");
    }

    @Test
    void shouldRefuseWrongUsageWithAClearSentence() throws IOException {
        assertThat(lab()).isEqualTo(2);
        assertThat(lab("--in", folder.resolve("none.jsonl"))).isEqualTo(2);
        assertThat(lab("--in", day, "--out", day)).isEqualTo(2);
        assertThat(lab("--in", day, "--horizon", "soon")).isEqualTo(2);
        assertThat(lab("--in", day, "--walk-forward", "30/10")).isEqualTo(2);
        assertThat(lab("--in", day, "--holdout", "1")).isEqualTo(2);
        assertThat(lab("--in", day, "--bootstrap", "5")).isEqualTo(2);
        assertThat(lab("--in", day, "--null-paths", "-1")).isEqualTo(2);
        assertThat(lab("--in", day, "--policy", "x=" + file("bad.yaml", "stop: {default-pct: 2}")))
                .isEqualTo(2);
        assertThat(lab("--in", file("broken.jsonl", "nonsense"))).isEqualTo(2);

        assertThat(err.toString())
                .contains(
                        "either --in or --from-topics",
                        "none.jsonl",
                        "or the records would be lost",
                        "must be a duration")
                .contains("30d/10d", "holdout must be", "resamples must be", "--null-paths must be", "must be in (0,1)")
                .contains("line 1: is not JSON")
                .doesNotContain("\tat ");
        assertThat(day).content().isEqualTo(DAY);
    }

    @Test
    void shouldRefuseTwoPlacesForTheRecordsAndNone() {
        assertThat(lab("--in", day, "--from-topics", "--since", "1d")).isEqualTo(2);
        assertThat(lab()).isEqualTo(2);

        assertThat(err.toString()).contains("either --in or --from-topics must say where the records are");
    }

    @Test
    void shouldRefuseTopicsWithoutABegin() {
        assertThat(lab("--from-topics")).isEqualTo(2);
        assertThat(err.toString()).contains("--from-topics needs --since");
    }

    @Test
    void shouldRefuseAnEndBeforeTheBegin() {
        assertThat(lab("--from-topics", "--since", "2026-11-02", "--until", "2026-11-01"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--until must be after --since");
    }

    @Test
    void shouldRefuseTimesOfARecording() {
        assertThat(lab("--in", day, "--since", "1d")).isEqualTo(2);
        assertThat(err.toString()).contains("a recording is read whole");
    }

    @Test
    void shouldSayThatNoBrokerAnswers() throws IOException {
        Path settings = file("client.properties", "default.api.timeout.ms=1000\nrequest.timeout.ms=500\n");

        assertThat(lab(
                        "--from-topics",
                        "--since",
                        "1d",
                        "--bootstrap-server",
                        "localhost:1",
                        "--command-config",
                        settings))
                .isEqualTo(1);
        assertThat(err.toString()).contains("localhost:1");
    }

    @Test
    void shouldReadARecordingWithADeadLetter() throws IOException {
        Path recording = file("bad-input.jsonl", DAY + """
                {"topic":"dead-letters","partition":1,"offset":0,"key":"A","valueText":"{ no","reason":"not JSON","timestamp":1764000003000}
                """);

        assertThat(lab("--in", recording)).as(err.toString()).isZero();
    }
}
