package io.exitbrain.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exitbrain.broker.BrokerSettings;
import io.exitbrain.broker.EmbeddedBroker;
import io.exitbrain.broker.LoopbackPort;
import io.exitbrain.broker.PortInUse;
import io.exitbrain.demo.console.Screen;
import io.exitbrain.demo.exchange.Feed;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SidecarWiringIT {

    private static final RunningEngine IDLE_ENGINE = new RunningEngine() {
        @Override
        public boolean isRunning() {
            return true;
        }

        @Override
        public void close() {}
    };

    @TempDir
    private Path folder;

    private final Screen screen = new Screen(new PrintWriter(new StringWriter()), false);

    @Test
    void shouldStartASidecarThatSaysThatTheEngineUsesNoRedis() throws Exception {
        int port = LoopbackPort.free();
        RunningEngine.Starter both = SidecarWiring.beside((brokers, settings) -> IDLE_ENGINE, port, screen);

        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder));
                RunningEngine engine = both.start(broker.bootstrapServers(), settings())) {
            assertThat(engine.isRunning()).isTrue();
            JsonNode dependencies = health(port).path("dependencies");

            assertThat(dependencies.path("redis").path("status").asText()).isEqualTo("NOT_APPLICABLE");
            assertThat(dependencies.path("redis").path("message").asText()).isEqualTo("the engine does not use Redis");
            await().untilAsserted(() -> assertThat(health(port)
                            .path("dependencies")
                            .path("risk_safety_service")
                            .path("error")
                            .asText())
                    .startsWith("Connection refused: localhost:"));
        }
    }

    @Test
    void shouldProbeARedisThatIsConfigured() {
        assertThat(SidecarWiring.yaml("b:1", 1, Map.of("REDIS_URL", "redis://cache:1")))
                .contains("enabled: true")
                .doesNotContain("reason");
    }

    @Test
    void shouldStartNoSidecarOnPortZero() {
        RunningEngine.Starter alone = (brokers, settings) -> IDLE_ENGINE;

        assertThat(SidecarWiring.beside(alone, 0, screen)).isSameAs(alone);
    }

    @Test
    void shouldNameTheSidecarPortThatIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            assertThatThrownBy(() ->
                            SidecarWiring.beside((brokers, settings) -> IDLE_ENGINE, other.getLocalPort(), screen))
                    .isInstanceOf(PortInUse.class)
                    .hasMessageContaining("--sidecar-port");
        }
    }

    private DemoSettings settings() {
        return new DemoSettings(
                Optional.empty(),
                42,
                10,
                0,
                LoopbackPort.free(),
                folder.resolve("demo"),
                Feed.OWN,
                Optional.empty(),
                Duration.ofSeconds(1));
    }

    private static JsonNode health(int port) throws Exception {
        var connection = (HttpURLConnection)
                URI.create("http://localhost:%d/health".formatted(port)).toURL().openConnection();
        try (var body =
                connection.getResponseCode() < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new ObjectMapper().readTree(body);
        }
    }
}
