package io.exitbrain.acceptance.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.acceptance.audit.Line;
import io.exitbrain.audit.AuditSettings;
import io.exitbrain.audit.Auditor;
import io.exitbrain.audit.record.RecordFiles;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.lab.command.Main;
import io.exitbrain.topology.process.EngineProcess;
import io.exitbrain.topology.replay.ReplayCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What {@code record} takes from topics is what a real engine read, and what {@code policy} says of its plans. */
@Timeout(120)
class RecordIT {

    private static final List<String> SYMBOLS = List.of("AUSDT", "BUSDT", "CUSDT", "DUSDT");
    private static final int PRICES = 60;
    private static final String NO_HISTORY = "stop: {present: off}\n";

    @RegisterExtension
    private final EngineBench bench = new EngineBench();

    @TempDir
    private Path folder;

    private final long startMs = System.currentTimeMillis() - 3_600_000;
    private final StringWriter told = new StringWriter();
    private Path file = Path.of("");

    @BeforeEach
    void chooseAFile() {
        file = folder.resolve("day.jsonl.gz");
    }

    private static Line line(String topic, String symbol, long time, String json) {
        return Line.of(topic, symbol, json.replace('\'', '"'), time);
    }

    /** Each symbol is bought and rises in waves, so that its stop is moved but not reached. */
    private List<Line> history() {
        List<Line> lines = new ArrayList<>();
        for (String symbol : SYMBOLS) {
            lines.add(line("instruments", symbol, startMs, "{'tickSize':'0.1','lotStep':'0.001'}"));
            lines.add(line(
                    "order-fills", symbol, startMs + 10, "{'side':'BUY','price':'100','quantity':'1','leverage':5}"));
        }
        for (int i = 0; i < PRICES; i++) {
            for (String symbol : SYMBOLS) {
                String price = (100 + i / 2) + "." + i % 3;
                lines.add(line("mark-prices", symbol, startMs + 1_000L * (i + 1), "{'p':'" + price + "'}"));
            }
        }
        return lines;
    }

    private int record(String... arguments) {
        List<String> all = new ArrayList<>(List.of("record", "--bootstrap-server", bench.bootstrapServers()));
        all.addAll(List.of("--out", file.toString()));
        all.addAll(Arrays.asList(arguments));
        CommandLine command = Main.commandLine();
        return command.setErr(new PrintWriter(told, true)).execute(all.toArray(String[]::new));
    }

    private List<Line> recorded() throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().map(Line::parse).toList();
        }
    }

    private List<Line> replayed() throws IOException {
        Path out = folder.resolve("replayed.jsonl");
        Path policy = Files.writeString(folder.resolve("policy.yaml"), NO_HISTORY);
        assertThat(new CommandLine(new ReplayCommand())
                        .execute("--in", file.toString(), "--out", out.toString(), "--policy", policy.toString()))
                .isZero();
        return Files.readAllLines(out).stream().map(Line::parse).toList();
    }

    /** The commands of a symbol, in their order. */
    private static List<String> commands(List<Line> lines, String symbol) {
        return lines.stream()
                .filter(line -> line.topic().equals("trailing-stop-commands"))
                .filter(line -> line.key().equals(Optional.of(symbol)))
                .map(line -> line.timestamp() + " " + line.object().orElseThrow())
                .toList();
    }

    private static ProducerRecord<String, byte[]> price(long time, byte @Nullable [] value) {
        return new ProducerRecord<>("mark-prices", null, time, "AUSDT", value);
    }

    /** Sends what no producer of the engine's topics should send. */
    private void sendDeadBytes(long time) {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(bench.address(), new StringSerializer(), new ByteArraySerializer())) {
            EngineProgress.result(producer.send(price(time, new byte[] {(byte) 0xff, 0})));
            EngineProgress.result(producer.send(price(time, "{ no".getBytes(StandardCharsets.UTF_8))));
            EngineProgress.result(producer.send(price(time, null)));
        }
    }

    private void sendAborted(long time) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bench.bootstrapServers(), "transactional.id", "aborts");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            EngineProgress.result(producer.send(price(time, "{\"p\":\"1\"}".getBytes(StandardCharsets.UTF_8))));
            producer.abortTransaction();
        }
    }

    private void trade() {
        bench.send(history());
        sendAborted(startMs + 30_500);
        sendDeadBytes(startMs + 70_000);
        // The engine sends it on under its key: the copy must not count again.
        bench.send(List.of(new Line(
                "mark-prices",
                Optional.empty(),
                Optional.of("{\"symbol\":\"BUSDT\",\"p\":\"140\"}"),
                Optional.empty(),
                startMs + 80_000)));
        try (EngineProcess engine = bench.engine("exit-brain", bench.withoutHistory())) {
            bench.progress().awaitAllRead("exit-brain");
            assertThat(engine.state().isRunningOrRebalancing()).isTrue();
        }
    }

    /** A second engine that would have placed other first stops: its commands are those of the first with another price. */
    private void copyToShadow(List<Line> outputs) throws IOException {
        bench.createShadowTopics();
        bench.send(outputs.stream()
                .filter(line -> line.topic().equals("trailing-stop-commands"))
                .map(line -> new Line(
                        "shadow." + line.topic(),
                        line.key(),
                        line.value()
                                .map(value -> value.replaceFirst("(\"version\":1,.*\"stopPrice\":\")[^\"]*", "$190.5")),
                        Optional.empty(),
                        line.timestamp()))
                .toList());
    }

    private String policy(int exitCode, String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine command =
                Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
        List<String> all = new ArrayList<>(List.of("policy"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--bootstrap-server", bench.bootstrapServers()));
        assertThat(command.execute(all.toArray(String[]::new)))
                .as(out.toString())
                .isEqualTo(exitCode);
        return out.toString();
    }

    private void assertPoliciesAreCompared(List<Line> outputs) throws IOException {
        String from = Files.writeString(folder.resolve("a.yaml"), NO_HISTORY).toString();
        String to = Files.writeString(folder.resolve("b.yaml"), "stop: {present: off, default-pct: 0.015}\n")
                .toString();
        assertThat(policy(0, "diff", "--from", from, "--to", to))
                .contains("stop.default-pct: 0.025 -> 0.015", "4 open positions. A living plan keeps")
                .contains("AUSDT LONG 1 at 100, plan ")
                .contains("  stop     98 (distance 0.02) -> 98.5 (distance 0.015)\n");

        assertThat(policy(1, "shadow")).contains("shadow.trailing-stop-commands does not exist: no engine");
        copyToShadow(outputs);
        assertThat(policy(0, "shadow"))
                .startsWith("     4  another first stop\n")
                .contains(", shadow 90.5, see shadow.trailing-stop-commands-")
                .contains("differences in 4 plans that both engines have");
    }

    @Test
    void shouldRecordWhatGivesTheCommandsOfTheEngineAgain() throws IOException {
        trade();
        List<Line> outputs = bench.outputs();

        assertThat(record("--since", "2h")).as(told.toString()).isZero();

        List<Line> replayed = replayed();
        for (String symbol : SYMBOLS) {
            assertThat(commands(replayed, symbol)).hasSizeGreaterThan(10).isEqualTo(commands(outputs, symbol));
        }
        List<Line> lines = recorded();
        assertThat(lines).hasSize(history().size() + 4);
        assertThat(lines.subList(0, SYMBOLS.size()))
                .allSatisfy(line -> assertThat(line.topic()).isEqualTo("instruments"));
        assertThat(lines.stream().map(Line::timestamp)).isSorted();
        assertThat(lines.toString()).doesNotContain("{\"p\":\"1\"}").contains("{ no");
        assertThat(told.toString()).startsWith(lines.size() + " records of order-fills, positions, mark-prices");

        assertThat(record("--since", "2h", "--with-outputs"))
                .as(told.toString())
                .isZero();

        RecordFiles files = new RecordFiles(List.of(file));
        assertThat(files.haveCoordinates()).isTrue();
        try (Auditor auditor =
                Auditor.ofTopics(new AuditSettings(Policy.DEFAULT, false, finding -> {}), files.extent()::isBeyond)) {
            files.byTime(auditor::feed);
            auditor.finish();
            assertThat(auditor.verdict().isClean()).isTrue();
        }
        assertThat(recorded().stream().filter(line -> line.topic().equals("trailing-stop-commands")))
                .hasSameSizeAs(outputs.stream()
                        .filter(line -> line.topic().equals("trailing-stop-commands"))
                        .toList());
        assertPoliciesAreCompared(outputs);
        assertThat(labOfTopics()).isEqualTo(labOf(file)).contains("built-in: 4 closed, 0 open");
    }

    /** What the lab prints of the topics of the last two hours. */
    private String labOfTopics() {
        return lab("--from-topics", "--since", "2h", "--bootstrap-server", bench.bootstrapServers());
    }

    private String labOf(Path recording) {
        return lab("--in", recording.toString());
    }

    private String lab(String... source) {
        StringWriter printed = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of("lab", "--ledger", folder.resolve(source[0]) + ".ledger"));
        arguments.addAll(Arrays.asList(source));
        CommandLine command = Main.commandLine();
        command.setOut(new PrintWriter(printed, true)).setErr(new PrintWriter(told, true));
        assertThat(command.execute(arguments.toArray(String[]::new)))
                .as(told.toString())
                .isZero();
        return printed.toString();
    }

    private boolean isBetween(long since, Line line, long until) {
        return line.timestamp() >= startMs + since && line.timestamp() < startMs + until;
    }

    @Test
    void shouldTakeTheTimesThatAreAskedForAndKeepTheOldFileWhenItFails() throws Exception {
        List<Line> history = history();
        bench.send(history);
        try (Admin admin = Admin.create(bench.address())) {
            TopicPartition some = new TopicPartition("mark-prices", 0);
            admin.deleteRecords(Map.of(some, RecordsToDelete.beforeOffset(3)))
                    .all()
                    .get();
        }

        assertThat(record(
                        "--topics",
                        "order-fills",
                        "--since",
                        Instant.ofEpochMilli(startMs + 1_000).toString()))
                .isZero();
        assertThat(recorded().stream().map(Line::topic).distinct()).containsExactly("instruments");

        assertThat(record(
                        "--since",
                        Instant.ofEpochMilli(startMs + 31_000).toString(),
                        "--until",
                        Instant.ofEpochMilli(startMs + 41_000).toString()))
                .isZero();
        assertThat(recorded())
                .hasSize(SYMBOLS.size() * 11)
                .containsExactlyInAnyOrderElementsOf(history.stream()
                        .filter(line -> line.topic().equals("instruments") || isBetween(31_000, line, 41_000))
                        .toList());
        assertThat(told.toString()).doesNotContain("retention");

        assertThat(record("--since", "2h")).isZero();
        assertThat(told.toString()).contains("mark-prices: the record is complete from ", "the retention has deleted");
        assertTheOldFileStays();
    }

    private void assertTheOldFileStays() throws IOException {
        Files.writeString(file, "old");
        try (Admin admin = Admin.create(bench.address())) {
            EngineProgress.result(
                    admin.deleteTopics(List.of("execution-reports")).all());
        }

        assertThat(record("--since", "2h", "--topics", "execution-reports")).isEqualTo(1);
        assertThat(told.toString()).contains("these topics do not exist: execution-reports");
        assertThat(record("--since", "2h", "--topics", "reports")).isEqualTo(2);
        assertThat(record("--since", "2h", "--until", "3h")).isEqualTo(2);
        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");

        assertThat(record("--since", "2h")).isZero();
        assertThat(recorded()).isNotEmpty();
    }
}
