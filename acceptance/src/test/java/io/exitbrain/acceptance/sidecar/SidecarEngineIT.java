package io.exitbrain.acceptance.sidecar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.exitbrain.acceptance.cluster.BrokerExtension;
import io.exitbrain.health.settings.Overrides;
import io.exitbrain.health.settings.SettingsFile;
import io.exitbrain.topology.process.EngineProcess;
import io.exitbrain.topology.settings.SettingsReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sidecar with a real Redis, broker and engine. A dependency that is gone is an address on which nothing listens. */
@Timeout(120)
class SidecarEngineIT {

    private static final String MASK = ", enabled: false, reason: not deployed yet";

    @RegisterExtension
    private static final BrokerExtension broker = BrokerExtension.withTopics();

    @SuppressWarnings("NullAway.Init")
    private static RedisProcess redis;

    @SuppressWarnings("NullAway.Init")
    private static EngineProcess engine;

    @BeforeAll
    static void start() throws Exception {
        redis = RedisProcess.start(broker.folder());
        engine = engineOn(0);
    }

    @AfterAll
    static void stop() {
        engine.close();
        redis.close();
    }

    @ParameterizedTest
    @CsvSource({
        "there,  there, gone,   DEGRADED",
        "there,  there, masked, OK",
        "there,  there, there,  OK",
        "gone,   there, there,  DOWN",
        "there,  gone,  there,  DOWN",
        "there,  gone,  gone,   DOWN",
        "there,  gone,  masked, DOWN",
        "slow,   there, there,  DEGRADED",
    })
    void shouldAnswerByTheTable(String cache, String bus, String risk, String expected) throws Exception {
        String yaml = yaml(
                cache.equals("gone") ? "redis://localhost:" + RedisProcess.freePort() : redis.url(),
                cache.equals("slow") ? ", degraded-above: 0ms" : "",
                bus.equals("gone") ? "localhost:" + RedisProcess.freePort() : broker.bootstrapServers(),
                risk.equals("gone") ? RedisProcess.freePort() : engine.httpPort(),
                risk.equals("masked") ? MASK : "");

        try (RunningSidecar sidecar = RunningSidecar.of(yaml)) {
            await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
                JsonNode health = sidecar.health();
                assertThat(health.path("status").asText()).as(health.toString()).isEqualTo(expected);
                assertThat(health.toString()).doesNotContain("No probe");
            });
            assertThat(sidecar.ask("/health").statusCode()).isEqualTo(expected.equals("DOWN") ? 503 : 200);
        }
    }

    /** Two phases with one sidecar process: first the engine is masked, then it is enabled and the real engine runs. */
    @Test
    void shouldBeOkWhileTheEngineIsMaskedAndAgainOnceItIsThere() throws Exception {
        int port = RedisProcess.freePort();
        Path file = broker.folder().resolve("sidecar.yaml");
        Files.writeString(file, yaml(redis.url(), "", broker.bootstrapServers(), port, MASK));

        try (RunningSidecar sidecar = RunningSidecar.of(SettingsFile.at(file, Overrides.NONE))) {
            awaitStatus(sidecar, "OK");
            JsonNode masked = sidecar.dependency("risk_safety_service");
            assertThat(masked.path("status").asText()).isEqualTo("NOT_APPLICABLE");
            assertThat(masked.path("masked").asBoolean()).isTrue();
            assertThat(masked.path("message").asText()).isEqualTo("not deployed yet");

            try (EngineProcess second = engineOn(port)) {
                Files.writeString(file, yaml(redis.url(), "", broker.bootstrapServers(), second.httpPort(), ""));
                sidecar.awaitOk("risk_safety_service");
                awaitStatus(sidecar, "OK");
                assertThat(sidecar.dependency("risk_safety_service").has("masked"))
                        .isFalse();
            }

            sidecar.awaitDependency("risk_safety_service", "DOWN", "Connection refused: localhost:" + port);
            awaitStatus(sidecar, "DEGRADED");
        }
    }

    private static void awaitStatus(RunningSidecar sidecar, String status) {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(sidecar.status())
                        .as(sidecar.health().toString())
                        .isEqualTo(status));
    }

    private static EngineProcess engineOn(int httpPort) {
        return EngineProcess.start(SettingsReader.read(
                Optional.empty(),
                Map.of(),
                List.of(
                        "application.id=sidecar-" + httpPort,
                        "kafka.bootstrap.servers=" + broker.bootstrapServers(),
                        "http.port=" + httpPort,
                        "state.dir=" + broker.folder().resolve("engine-" + httpPort))));
    }

    private static String yaml(String redisUrl, String redisMore, String brokers, int enginePort, String engineMore) {
        return """
                interval: 1s
                dependencies:
                  redis: {kind: redis, address: '%s'%s}
                  eventbus: {kind: kafka, address: '%s', degraded-above: 1m}
                  risk_safety_service:
                    {kind: http, address: 'http://localhost:%d/health', critical: false, degraded-above: 1m%s}
                """.formatted(redisUrl, redisMore, brokers, enginePort, engineMore);
    }
}
