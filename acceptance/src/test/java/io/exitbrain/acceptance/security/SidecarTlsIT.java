package io.exitbrain.acceptance.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exitbrain.access.Access;
import io.exitbrain.access.PeerClient;
import io.exitbrain.access.Secret;
import io.exitbrain.access.Tls;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sidecars in JVMs of their own: one with a certificate, and others that ask it under https. */
@Timeout(120)
class SidecarTlsIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String PASSWORD = "swordfish-of-the-sidecar";
    private static final String OFF =
            "dependencies: {off: {kind: tcp, address: 'h:1', enabled: false, reason: not deployed}}";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Path keys;

    @SuppressWarnings("NullAway.Init")
    private static Path trust;

    @BeforeAll
    static void certify() {
        keys = Certificates.keystore(folder, "sidecar", PASSWORD, "ip:127.0.0.1");
        trust = Certificates.truststore(folder, keys, PASSWORD);
    }

    /** The process of a sidecar; its output goes to {@code log}. */
    private record Running(Process process, Path log) implements AutoCloseable {

        private static final Pattern ADDRESS = Pattern.compile("answers on (https?)://127\\.0\\.0\\.1:([0-9]+)");

        static Running start(String name, String yaml, Map<String, String> variables, String... arguments)
                throws IOException {
            Path log = folder.resolve(name + ".log");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx64m",
                    "-XX:TieredStopAtLevel=1",
                    "-Dlog.level.io.exitbrain=info",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "io.exitbrain.health.Main",
                    "--port",
                    "0",
                    "--config",
                    Files.writeString(folder.resolve(name + ".yaml"), yaml).toString()));
            command.addAll(List.of(arguments));
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(variables);
            return new Running(builder.start(), log);
        }

        String logged() throws IOException {
            return Files.readString(log);
        }

        /** {@code https://127.0.0.1:43210} once it answers there. */
        String url() {
            return await().atMost(TIMEOUT)
                    .until(this::address, Optional::isPresent)
                    .orElseThrow();
        }

        private Optional<String> address() throws IOException {
            Matcher matcher = ADDRESS.matcher(logged());
            return matcher.find()
                    ? Optional.of("%s://127.0.0.1:%s".formatted(matcher.group(1), matcher.group(2)))
                    : Optional.empty();
        }

        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
        }
    }

    private static JsonNode health(Access access, String url) throws IOException, InterruptedException {
        PeerClient client = new PeerClient(access, TIMEOUT);
        String address = url.replaceFirst("^https?://", "");
        return new ObjectMapper()
                .readTree(client.http()
                        .send(client.question(address, "/health"), BodyHandlers.ofString())
                        .body());
    }

    private static Access overTls() {
        Secret password = new Secret(PASSWORD);
        return new Access(
                Optional.empty(),
                Tls.of(
                        new Tls.Store("keys", keys.toFile(), password),
                        Optional.of(new Tls.Store("trust", trust.toFile(), password)),
                        new ArrayList<>()));
    }

    @Test
    void shouldAnswerOverTlsAndTrustTheCertificatesOfItsTruststore() throws Exception {
        try (Running asked = Running.start(
                "asked",
                OFF,
                Map.of("SIDECAR_TLS_KEYSTORE", keys.toString(), "SIDECAR_TLS_KEYSTORE_PASSWORD", PASSWORD))) {
            String url = asked.url();
            assertThat(url).startsWith("https://");
            assertThat(health(overTls(), url).path("status").asText()).isEqualTo("OK");
            assertThatThrownBy(() -> health(Access.OPEN, url)).isInstanceOf(IOException.class);

            String yaml =
                    "{interval: 100ms, dependencies: {engine: {kind: http, address: '%s/health'}}}".formatted(url);
            try (Running trusting = Running.start(
                            "trusting",
                            yaml,
                            Map.of("SIDECAR_TLS_TRUSTSTORE_PASSWORD", PASSWORD),
                            "--tls-truststore",
                            trust.toString());
                    Running doubting = Running.start("doubting", yaml, Map.of())) {
                awaitEngine(trusting, "OK", "");
                awaitEngine(doubting, "DOWN", "TLS failed (");
            }
            assertThat(asked.logged()).doesNotContain(PASSWORD);
        }
    }

    private static void awaitEngine(Running sidecar, String status, String error) {
        await().atMost(TIMEOUT).untilAsserted(() -> {
            JsonNode engine =
                    health(Access.OPEN, sidecar.url()).path("dependencies").path("engine");
            assertThat(engine.path("status").asText()).as(engine.toString()).isEqualTo(status);
            assertThat(engine.path("error").asText()).contains(error);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "KEYSTORE, a-wrong-password, '--tls-keystore: '",
        "TRUSTSTORE, a-wrong-password, '--tls-truststore: '",
        "KEYSTORE, '', '--tls-keystore (SIDECAR_TLS_KEYSTORE) and SIDECAR_TLS_KEYSTORE_PASSWORD: both or none must be set'"
    })
    void shouldNameTheFaultAndEnd(String store, String password, String sentence) throws Exception {
        Map<String, String> variables =
                Map.of("SIDECAR_TLS_" + store, keys.toString(), "SIDECAR_TLS_" + store + "_PASSWORD", password);

        try (Running sidecar = Running.start("refused-" + store + password, OFF, variables)) {
            assertThat(sidecar.process().waitFor(60, TimeUnit.SECONDS)).isTrue();

            assertThat(sidecar.process().exitValue()).isEqualTo(2);
            assertThat(sidecar.logged().strip())
                    .startsWith("sidecar: 1 fault")
                    .contains(sentence)
                    .hasLineCount(2)
                    .doesNotContain("a-wrong-password");
        }
    }
}
