package io.exitbrain.acceptance.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.exitbrain.acceptance.audit.Line;
import io.exitbrain.acceptance.cluster.TestedLane;
import io.exitbrain.topology.process.EngineProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No engine ran for an hour while every symbol rose. The engine catches up: no price of that hour sends a MOVE. The clock sends the stop
 * that is the last one then, at most once a second, so a slow machine may see more than one.
 */
@Timeout(180)
@ParameterizedClass
@EnumSource(
        value = TestedLane.class,
        names = {"FAST", "PLAIN_CLASSIC"})
class CatchUpIT {

    private static final int SYMBOLS = 20;
    private static final int PRICES = 400;
    private static final long HOUR_MS = 3_600_000;

    /** The stop 1 % behind the best price, 139.9. */
    private static final String LAST_STOP = "138.501";

    @RegisterExtension
    private final EngineBench bench = new EngineBench();

    @Parameter
    private TestedLane lane;

    @BeforeEach
    void chooseTheLane() {
        bench.runOn(lane);
    }

    private static Line line(String topic, int symbol, long time, String json) {
        return new Line(
                topic,
                Optional.of("UP" + symbol + "USDT"),
                Optional.of(json.replace('\'', '"')),
                Optional.empty(),
                time);
    }

    /** Each symbol is bought at 100 and rises from 100 to 139.9, each price better than the one before. */
    private static List<Line> history(long startMs) {
        List<Line> lines = new ArrayList<>();
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            lines.add(line("order-fills", symbol, startMs, "{'side':'BUY','price':'100','quantity':'1','leverage':5}"));
        }
        for (int i = 0; i < PRICES; i++) {
            for (int symbol = 0; symbol < SYMBOLS; symbol++) {
                String price = String.valueOf((1_000 + i) / 10.0);
                lines.add(line("mark-prices", symbol, startMs + 1_000L * (i + 1), "{'p':'" + price + "'}"));
            }
        }
        return lines;
    }

    private List<JsonNode> outputs(String topic, Predicate<JsonNode> condition) {
        return bench.outputs().stream()
                .filter(line -> line.topic().equals(topic))
                .map(line -> line.object().orElseThrow())
                .filter(condition)
                .toList();
    }

    private List<JsonNode> moves() {
        return outputs(
                "trailing-stop-commands",
                command -> command.path("action").asText().equals("MOVE"));
    }

    private static List<JsonNode> of(int symbol, List<JsonNode> outputs) {
        return outputs.stream()
                .filter(output -> output.path("symbol").asText().equals("UP" + symbol + "USDT"))
                .toList();
    }

    private static String stop(JsonNode command) {
        return command.path("stopPrice").asText();
    }

    private void awaitTheLastStops() {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            List<JsonNode> moves = moves();
            return IntStream.range(0, SYMBOLS)
                    .allMatch(symbol -> of(symbol, moves).stream()
                            .anyMatch(move -> stop(move).equals(LAST_STOP)));
        });
    }

    @Test
    void shouldSendTheLastStopOnlyByTheClockWhenItCatchesUp() {
        bench.send(history(System.currentTimeMillis() - HOUR_MS));
        long startedNanos = System.nanoTime();
        try (EngineProcess engine = bench.engine("late")) {
            bench.progress().awaitAllRead("late");
            awaitTheLastStops();
            assertThat(engine.state().isRunningOrRebalancing()).isTrue();
        }
        long ticks = 1 + Duration.ofNanos(System.nanoTime() - startedNanos).toSeconds();

        List<JsonNode> moves = moves();
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            List<JsonNode> own = of(symbol, moves);
            assertThat(own).hasSizeBetween(1, (int) ticks);
            assertThat(stop(own.get(own.size() - 1))).isEqualTo(LAST_STOP);
            assertThat(own.stream().map(move -> move.path("version").asInt()))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(2, own.size() + 1).boxed().toList());
        }
        assertThat(outputs("exit-events", event -> event.path("event").asText().equals("STOP_MOVED")))
                .hasSameSizeAs(moves)
                .allSatisfy(event ->
                        assertThat(event.path("cause").path("topic").asText()).isEqualTo("wall-clock"));
    }

    @Test
    void shouldExitAtOnceAtAStopThatHistoryMovedAndNobodySent() {
        long startMs = System.currentTimeMillis() - HOUR_MS;
        List<Line> lines = new ArrayList<>(history(startMs));
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            lines.add(line("mark-prices", symbol, startMs + HOUR_MS / 2, "{'p':'" + LAST_STOP + "'}"));
        }
        bench.send(lines);

        try (EngineProcess engine = bench.engine("fallen")) {
            bench.progress().awaitAllRead("fallen");
            assertThat(engine.state().isRunningOrRebalancing()).isTrue();
        }

        List<JsonNode> exits = outputs(
                "exit-events",
                event -> event.path("event").asText().equals("TRIGGERED")
                        && event.path("rule").asText().startsWith("3.1"));
        assertThat(exits)
                .hasSize(SYMBOLS)
                .allSatisfy(event ->
                        assertThat(event.path("cause").path("topic").asText()).isEqualTo("mark-prices"));
        assertThat(outputs(
                        "trailing-stop-commands",
                        command -> command.path("action").asText().equals("EXIT")))
                .hasSizeGreaterThanOrEqualTo(SYMBOLS)
                .allSatisfy(command -> assertThat(stop(command)).isEqualTo(LAST_STOP));
    }
}
