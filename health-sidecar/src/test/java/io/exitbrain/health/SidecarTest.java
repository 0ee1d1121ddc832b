package io.exitbrain.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exitbrain.health.settings.Overrides;
import io.exitbrain.health.settings.SettingsFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The sidecar as its users see it: over HTTP. */
@Timeout(60)
class SidecarTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private Optional<Sidecar> sidecar = Optional.empty();

    @SuppressWarnings("NullAway.Init")
    private ServerSocket silent;

    @BeforeEach
    void listen() throws Exception {
        silent = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
    }

    @AfterEach
    void close() throws Exception {
        sidecar.ifPresent(Sidecar::close);
        silent.close();
    }

    @Test
    void shouldReportTheServiceAndItsDependenciesAsDocumented() throws Exception {
        start("""
                service: some-service
                interval: 100ms
                dependencies:
                  bus: {kind: tcp, address: 'localhost:%d'}
                  off: {kind: tcp, address: 'h:1', enabled: false, reason: <not> deployed, until: 2100-01-01}
                """.formatted(port()));
        await().until(() -> get("/health").statusCode() == 200);

        JsonNode body = JSON.readTree(get("/health").body());

        assertThat(body.path("service").asText()).isEqualTo("some-service");
        assertThat(body.path("status").asText()).isEqualTo("OK");
        assertThat(body.path("version").asText()).matches("[0-9]+\\.[0-9]+.*");
        assertThat(body.path("timestamp").asText()).matches("20.*Z");
        assertThat(body.path("uptime_seconds").isNumber()).isTrue();
        JsonNode bus = body.path("dependencies").path("bus");
        assertThat(bus.path("status").asText()).isEqualTo("OK");
        assertThat(bus.path("latency_ms").isNumber()).isTrue();
        assertThat(bus.path("age_seconds").isNumber()).isTrue();
        assertThat(body.path("dependencies").path("off")).isEqualTo(JSON.readTree("""
                        {"status":"NOT_APPLICABLE","message":"<not> deployed","masked":true,"until":"2100-01-01T00:00:00Z",
                         "critical":true}"""));
    }

    @Test
    void shouldAnswer503WhenACriticalDependencyIsDown() throws Exception {
        start("dependencies: {gone: {kind: tcp, address: 'localhost:%d'}}".formatted(closedPort()));

        await().untilAsserted(() -> assertThat(get("/health").body()).contains("Connection refused: localhost:"));

        assertThat(get("/health").statusCode()).isEqualTo(503);
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldAlwaysAnswer200IfConfiguredSo() throws Exception {
        start("{always-200: true, dependencies: {gone: {kind: tcp, address: 'localhost:%d'}}}".formatted(closedPort()));

        await().untilAsserted(() -> assertThat(get("/health").body()).contains("Connection refused"));

        assertThat(get("/health").statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(get("/health").body()).path("status").asText()).isEqualTo("DOWN");
    }

    @Test
    void shouldShowTheReportOnAPage() throws Exception {
        start("""
                interval: 100ms
                dependencies:
                  bus: {kind: tcp, address: 'localhost:%d', critical: false}
                  off: {kind: tcp, address: 'h:1', enabled: false, reason: <not> deployed}
                """.formatted(closedPort()));
        await().until(() -> get("/health").body().contains("Connection refused"));

        String page = get("/").body();

        assertThat(page)
                .contains("DEGRADED", "NOT APPLICABLE", "Connection refused: localhost:", "&lt;not&gt; deployed")
                .containsPattern("<i class=\"down\" title=\"[0-9.]+ s ago: DOWN, Connection refused")
                .doesNotContain("{{", "<not>")
                .doesNotContainPattern("(src|href)=\"http");
        assertThat(page.split("<i", -1)).hasSize(2 * 100 + 1);
    }

    @Test
    void shouldServeMetrics() throws Exception {
        start("{interval: 100ms, dependencies: {bus: {kind: tcp, address: 'localhost:%d'}}}".formatted(port()));

        await().untilAsserted(() -> assertThat(get("/metrics").body())
                .contains("health_status{service=\"ai-engine-service\",status=\"ok\"} 1.0")
                .contains("health_dependency_status{dependency=\"bus\",status=\"ok\"} 1.0")
                .contains("health_dependency_status{dependency=\"bus\",status=\"down\"} 0.0")
                .containsPattern("health_dependency_probes\\{dependency=\"bus\",status=\"ok\"} [2-9]")
                .contains("health_dependency_latency_ms{dependency=\"bus\"}", "jvm_threads_live_threads"));
    }

    @Test
    void shouldAnswerThousandsOfRequestsWhileAProbeHangs() throws Exception {
        start("""
                interval: 50s
                dependencies:
                  hanging: {kind: http, address: 'http://localhost:%d/health', timeout: 55s}
                """.formatted(port()));
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();

        for (int i = 0; i < 3_000; i++) {
            answers.add(client.sendAsync(request("/health"), BodyHandlers.ofString()));
            if (i % 50 == 49) {
                answers.get(i - 25).get(30, TimeUnit.SECONDS);
            }
        }

        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            // an answer that had waited for the probe would contain its finding
            assertThat(answer.get(30, TimeUnit.SECONDS).body())
                    .contains("No probe has finished yet: http://localhost:");
        }
    }

    @Test
    void shouldLeaveNoThreadBehind() throws Exception {
        start(
                "{interval: 100ms, dependencies: {hanging: {kind: redis, address: 'redis://localhost:%d', timeout: 100ms}}}"
                        .formatted(port()));
        await().until(() -> get("/health").body().contains("Timeout after 100 ms: redis://localhost:"));

        sidecar.ifPresent(Sidecar::close);

        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("health-"))
                .isEmpty());
    }

    private void start(String yaml) {
        sidecar = Optional.of(Sidecar.start(SettingsFile.fixed(yaml, Overrides.NONE), "localhost", 0));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path), BodyHandlers.ofString());
    }

    private HttpRequest request(String path) {
        int own = sidecar.orElseThrow().port();
        return HttpRequest.newBuilder(URI.create("http://localhost:" + own + path))
                .timeout(Duration.ofSeconds(30))
                .build();
    }

    private int port() {
        return silent.getLocalPort();
    }

    private static int closedPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            return socket.getLocalPort();
        }
    }
}
