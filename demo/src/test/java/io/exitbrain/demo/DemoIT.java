package io.exitbrain.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.exitbrain.broker.PortInUse;
import io.exitbrain.demo.console.Screen;
import io.exitbrain.demo.exchange.Feed;
import io.exitbrain.demo.exchange.Listing;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The demo with the real engine, which must protect every position, and with scripted engines, which the demo must report correctly. */
@Timeout(90)
class DemoIT {

    @TempDir
    private Path folder;

    private final StringWriter printed = new StringWriter();
    private final Screen screen = new Screen(new PrintWriter(printed), false);

    @ParameterizedTest
    @EnumSource(Feed.class)
    void shouldProtectEveryPositionWithTheRealEngineAndRecordWhatHappened(Feed feed) throws IOException {
        Path recording = folder.resolve("day.jsonl.gz");

        List<String> unplanned = new Demo(recorded(feed, recording), EngineWiring::start, screen).run();

        assertThat(unplanned).as(printed.toString()).isEmpty();
        assertThat(printed.toString())
                .containsPattern("BTCUSDT: Backfilled exit plan with \\d legs? \\(orphan, strategy=scaled_tp\\)")
                .containsPattern("[A-Z]+USDT: Created exit plan with 3 legs \\(strategy=scaled_tp\\)")
                .contains("Stop moved", "Take-profit leg 1 filled")
                .containsPattern("Closed (long|short) .* by stop")
                .containsPattern("(?m)^  dead letters +0$")
                .contains("\nopen positions without a plan: 0\n")
                .containsPattern("recorded: [0-9,]+ records of order-fills, positions, .* in .*day.jsonl.gz")
                .contains("./exit-brain lab --in " + recording);
        shouldBeTheWholeDay(RecordedDay.in(recording));
    }

    /** What the engine had read when it stopped, from the first record on; and all that it sent. */
    private void shouldBeTheWholeDay(RecordedDay day) {
        assertThat(day.refusals()).isEmpty();
        assertThat(day.listed()).hasSameSizeAs(Listing.all());
        assertThat(day.hasTablesFirst())
                .as("filters and contexts before prices")
                .isTrue();
        assertThat(day.fillIds().values())
                .isNotEmpty()
                .allSatisfy(ids -> assertThat(ids)
                        .isEqualTo(IntStream.rangeClosed(1, ids.size()).boxed().toList()));
        assertThat(day.fills()).isLessThanOrEqualTo(printed("fills"));
        assertThat(day.commands()).isGreaterThanOrEqualTo(printed("PLACE") + printed("MOVE") + printed("EXIT"));
        assertThat(List.of(day.prices(), day.rows(), day.reports())).allMatch(records -> records > 100);
    }

    /** The number that the summary prints after {@code name}. */
    private int printed(String name) {
        String summary = printed.toString();
        Matcher number = Pattern.compile(name + " +([0-9,]+)").matcher(summary);
        assertThat(number.find(summary.indexOf("Closing summary"))).isTrue();
        return Integer.parseInt(number.group(1).replace(",", ""));
    }

    private DemoSettings recorded(Feed feed, Path recording) {
        return new DemoSettings(
                Optional.of(Duration.ofSeconds(8)),
                42,
                30,
                0,
                0,
                folder.resolve("demo"),
                feed,
                Optional.of(recording),
                DemoSettings.DEFAULT_GRACE);
    }

    @Test
    void shouldRefuseARecordingThatCannotBeWrittenBeforeItStarts() {
        Path nowhere = folder.resolve("missing").resolve("day.jsonl");
        Demo demo = new Demo(recorded(Feed.OWN, nowhere), (brokers, asked) -> new IdleEngine(), screen);

        assertThatThrownBy(demo::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--record: the folder")
                .hasMessageContaining("missing does not exist");
        assertThat(folder.resolve("demo")).doesNotExist();
    }

    @Test
    void shouldRefuseARecordingInTheFolderThatIsEmptied() {
        Path emptied = folder.resolve("demo").resolve("day.jsonl");

        assertThatThrownBy(() -> recorded(Feed.OWN, emptied))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--record must not be in the folder of --data");
    }

    @Test
    void shouldPrintEveryEventAndCountUnplannedPositions() {
        Demo demo =
                new Demo(settings(Duration.ofSeconds(6)), (brokers, asked) -> ScriptedEngine.start(brokers), screen);

        List<String> unplanned = demo.run();

        assertThat(unplanned).as(printed.toString()).isEmpty();
        assertThat(printed.toString())
                .contains("BTCUSDT: Backfilled exit plan with 1 leg (orphan, strategy=scaled_tp)")
                .contains("Stop placed at", "Closed long", "Closed short", "profit +", "loss -")
                .contains("Take-profit leg 1 filled")
                .contains("http://localhost:", "-- 00:05  fills")
                .containsPattern("(?m)^  orphans backfilled +[1-9]")
                .containsPattern("(?m)^  commands +PLACE [1-9]")
                .containsPattern("(?m)^  dead letters +0$")
                .contains("\nopen positions without a plan: 0\n");
    }

    @Test
    void shouldNameThePositionsThatHaveNoPlan() {
        Demo demo = new Demo(settings(Duration.ofSeconds(1)), (brokers, asked) -> new IdleEngine(), screen);

        List<String> unplanned = demo.run();

        assertThat(unplanned).contains("BTCUSDT", "ETHUSDT").hasSizeGreaterThanOrEqualTo(7);
        assertThat(printed.toString())
                .contains("without a plan: BTCUSDT, ETHUSDT")
                .contains("\nopen positions without a plan: %d\n".formatted(unplanned.size()));
    }

    @Test
    void shouldEndWithItsSummaryWhenItIsStopped() throws Exception {
        Demo demo = new Demo(settings(Duration.ofHours(1)), (brokers, asked) -> ScriptedEngine.start(brokers), screen);
        CompletableFuture<List<String>> run = CompletableFuture.supplyAsync(demo::run);
        await().atMost(30, TimeUnit.SECONDS).until(() -> printed.toString().contains("Closed"));

        assertThat(demo.stop().get(30, TimeUnit.SECONDS)).isEmpty();

        assertThat(run).succeedsWithin(Duration.ofSeconds(10));
        assertThat(printed.toString()).contains("open positions without a plan: 0");
    }

    @Test
    void shouldNameTheHttpPortThatIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            DemoSettings settings = new DemoSettings(
                    Optional.empty(),
                    42,
                    10,
                    0,
                    other.getLocalPort(),
                    folder.resolve("demo"),
                    Feed.OWN,
                    Optional.empty(),
                    Duration.ofSeconds(1));
            Demo demo = new Demo(settings, (brokers, asked) -> new IdleEngine(), screen);

            assertThatThrownBy(demo::run).isInstanceOf(PortInUse.class).hasMessageContaining("--http-port");
        }
    }

    private DemoSettings settings(Duration length) {
        return new DemoSettings(
                Optional.of(length),
                42,
                100,
                0,
                0,
                folder.resolve("demo"),
                Feed.OWN,
                Optional.empty(),
                Duration.ofSeconds(2));
    }

    /** An engine that does nothing. */
    private static final class IdleEngine implements RunningEngine {

        @Override
        public boolean isRunning() {
            return true;
        }

        @Override
        public void close() {}
    }
}
