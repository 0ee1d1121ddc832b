package io.exitbrain.acceptance.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exitbrain.acceptance.audit.Line;
import io.exitbrain.topology.process.EngineProcess;
import io.exitbrain.yaml.InvalidFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The scenarios about the process: settings, health, bad global records and hanging callers. Each test names its scenario. */
@Timeout(120)
class ProcessScenariosIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String FILL = "{\"side\":\"BUY\",\"price\":\"100\",\"quantity\":\"1\",\"leverage\":10}";

    @RegisterExtension
    private final EngineBench bench = new EngineBench();

    /** two-switches-disagree. */
    @Test
    void shouldNotStartWithContradictorySwitchesAndListEveryFault() throws IOException {
        Path policy = bench.write("policy.yaml", """
                exit-brain: {enabled: maybe, mode: legacy, use-new-engine: true}
                stop: {default-pct: 2.5}
                """);

        assertThatThrownBy(() -> bench.engine("contradictory", "policy=" + policy))
                .isInstanceOf(InvalidFile.class)
                .hasMessageContaining("exit-brain.enabled")
                .hasMessageContaining("exit-brain.mode")
                .hasMessageContaining("use-new-engine")
                .hasMessageContaining("stop.default-pct");
    }

    /** poison-context, before and after the start. */
    @Test
    void shouldGoOnWithTheLastGoodEntryWhenAGlobalTopicIsPoisoned() {
        send("instruments", "GOODUSDT", "{\"tickSize\":\"0.5\",\"stepSize\":\"1\"}");
        send("exit-context", "*", "not json");
        send("instruments", "GOODUSDT", "{\"tickSize\":-1}");
        try (EngineProcess engine = bench.engine("poisoned")) {
            awaitHealth(engine, "DEGRADED", "unusable global entries");
            send("exit-context", "GOODUSDT", "[[[");
            send("order-fills", "GOODUSDT", FILL);

            assertThat(commandOf("GOODUSDT", "PLACE").path("stopPrice").asText())
                    .isEqualTo("99.0");

            awaitHealth(engine, "DEGRADED", "exit-context/GOODUSDT");
            send("exit-context", "GOODUSDT", "{\"riskMode\":\"NORMAL\"}");
            send("exit-context", "*", "{\"riskMode\":\"NORMAL\"}");
            send("instruments", "GOODUSDT", "{\"tickSize\":\"0.5\",\"stepSize\":\"1\"}");
            awaitHealth(engine, "OK", "");
        }
    }

    /** silent-lag and renamed-field: missing or unreadable input shows in health. */
    @Test
    void shouldTurnDegradedWhenTheInputFallsSilentOrCannotBeRead() {
        try (EngineProcess engine = bench.engine("silent", "health.input-age=1s", "health.dead-letters-per-minute=3")) {
            awaitHealth(engine, "OK", "");
            send("order-fills", "SILENTUSDT", FILL);
            awaitHealth(engine, "DEGRADED", "the newest input is ");

            for (int i = 0; i < 4; i++) {
                send("order-fills", "SILENTUSDT", "{\"action\":\"SELL\",\"price\":\"100\",\"quantity\":\"1\"}");
            }
            awaitHealth(engine, "DEGRADED", "dead letters within a minute");
        }
    }

    /** silent-lag: an engine that lags is DEGRADED. */
    @Test
    void shouldTurnDegradedWhileRecordsAreWaiting() {
        List<Line> prices = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            prices.add(line("mark-prices", "LAGUSDT", "{\"p\":\"" + (100 + i % 7) + "\"}"));
        }
        bench.send(prices);

        try (EngineProcess engine = bench.engine("lagging", "health.lag-records=0")) {
            awaitHealth(engine, "DEGRADED", "records are waiting");
            awaitHealth(engine, "OK", "");
        }
    }

    /** silent-lag: DOWN if protection is overdue. */
    @Test
    void shouldTurnDownWhenAPositionStaysUnprotected() {
        try (EngineProcess engine = bench.engine("overdue")) {
            send("positions", "BAREUSDT", "{\"positionAmt\":\"1\",\"leverage\":5}");
            awaitHealth(engine, "DOWN", "1 positions unprotected");

            send("mark-prices", "BAREUSDT", "{\"p\":\"100\"}");
            awaitHealth(engine, "OK", "");
        }
    }

    /** sync-call-starved: a hundred callers that never finish their requests do not delay an exit. */
    @Test
    void shouldExitWhileAllCallersHang() throws IOException {
        List<Socket> hanging = new ArrayList<>();
        try (EngineProcess engine = bench.engine("starved")) {
            send("order-fills", "STARVEDUSDT", FILL);
            commandOf("STARVEDUSDT", "PLACE");
            for (int i = 0; i < 100; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), engine.httpPort());
                socket.getOutputStream()
                        .write("GET /plans HTTP/1.1\r\nHost: x\r\nX-Wait: ".getBytes(StandardCharsets.US_ASCII));
                hanging.add(socket);
            }

            send("mark-prices", "STARVEDUSDT", "{\"p\":\"98.9\"}");

            assertThat(commandOf("STARVEDUSDT", "EXIT").path("reason").asText()).isEqualTo("STOP_LOSS");
        } finally {
            for (Socket socket : hanging) {
                socket.close();
            }
        }
    }

    private static Line line(String topic, String key, String value) {
        return new Line(topic, Optional.of(key), Optional.of(value), Optional.empty(), System.currentTimeMillis());
    }

    private void send(String topic, String key, String value) {
        bench.send(List.of(line(topic, key, value)));
    }

    private JsonNode commandOf(String symbol, String action) {
        return awaited(() -> bench.outputs().stream()
                .filter(line -> line.topic().equals("trailing-stop-commands")
                        && line.key().orElse("").equals(symbol))
                .map(line -> line.object().orElseThrow())
                .filter(command -> command.path("action").asText().equals(action))
                .findFirst());
    }

    private static JsonNode awaited(Callable<Optional<JsonNode>> source) {
        return await().atMost(Duration.ofSeconds(30))
                .until(source, Optional::isPresent)
                .orElseThrow();
    }

    private static void awaitHealth(EngineProcess engine, String status, String reason) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> {
                    JsonNode health = health(engine);
                    assertThat(health.path("status").asText())
                            .as(health.toString())
                            .isEqualTo(status);
                    assertThat(health.path("reasons").toString()).contains(reason);
                });
    }

    private static JsonNode health(EngineProcess engine) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + engine.httpPort() + "/health");
        return JSON.readTree(CLIENT.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body());
    }
}
