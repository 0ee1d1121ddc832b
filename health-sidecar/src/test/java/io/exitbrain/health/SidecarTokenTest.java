package io.exitbrain.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.exitbrain.access.Door;
import io.exitbrain.health.settings.Environment;
import io.exitbrain.health.settings.Overrides;
import io.exitbrain.health.settings.SettingsFile;
import io.exitbrain.yaml.InvalidFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the sidecar asks of its clients, and that it can send what another server asks. */
class SidecarTokenTest {

    private static final String TOKEN = "the-token-of-the-sidecar";
    private static final String OFF =
            "dependencies: {off: {kind: tcp, address: 'h:1', enabled: false, reason: not deployed}}";

    private static Door door(Map<String, String> variables, String... arguments) {
        DoorOptions options = new DoorOptions();
        new CommandLine(CommandLine.Model.CommandSpec.create().addMixin("door", mixin(options))).parseArgs(arguments);
        return options.network(variables).door();
    }

    private static CommandLine.Model.CommandSpec mixin(DoorOptions options) {
        return CommandLine.Model.CommandSpec.forAnnotatedObject(options);
    }

    private static Sidecar start(String yaml, Map<String, String> variables, Door door) {
        Overrides overrides = new Overrides(new Environment(variables), Optional.empty(), Optional.empty(), false);
        return Sidecar.start(
                SettingsFile.fixed(yaml, overrides), new Network(door, Optional.empty(), Optional.empty()));
    }

    private static HttpResponse<String> get(Sidecar sidecar, String path, String token)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + sidecar.port() + path))
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void shouldNotListenElsewhereWithoutATokenOrTheFlag() {
        assertThatThrownBy(() -> door(Map.of(), "--host", "0.0.0.0"))
                .isInstanceOf(InvalidFile.class)
                .hasMessageContaining(
                        "--host: 0.0.0.0 is not a loopback address, so whoever reaches it would get answers: "
                                + "set SIDECAR_TOKEN or --token-file, or --insecure (SIDECAR_INSECURE=true)");
        assertThat(door(Map.of(), "--host", "0.0.0.0", "--insecure").access().token())
                .isEmpty();
        assertThat(door(Map.of("SIDECAR_TOKEN", TOKEN), "--host", "0.0.0.0")
                        .access()
                        .token())
                .isPresent();
        assertThat(door(Map.of()).access().token()).isEmpty();
    }

    @Test
    void shouldAnswerOnlyWithTheToken() throws IOException, InterruptedException {
        try (Sidecar sidecar = start(OFF, Map.of(), door(Map.of("SIDECAR_TOKEN", TOKEN), "--port", "0"))) {
            for (String path : new String[] {"/", "/health", "/metrics"}) {
                assertThat(get(sidecar, path, "another-token-of-nobody").statusCode())
                        .isEqualTo(401);
                assertThat(get(sidecar, path, TOKEN).statusCode()).isEqualTo(200);
            }
            assertThat(get(sidecar, "/health/live", "none").statusCode()).isEqualTo(200);
        }
    }

    /** A page can point a name of its own at the address of the sidecar. */
    @Test
    void shouldAnswerOnlyUnderItsOwnNames() throws IOException {
        Door door = door(Map.of(), "--port", "0");
        try (Sidecar sidecar = Sidecar.start(
                SettingsFile.fixed(OFF, Overrides.NONE),
                new Network(door, Optional.of("Sidecar-1.example:8001"), Optional.empty()))) {
            assertThat(statusUnder(sidecar, "sidecar-1.example:8001")).contains(" 200 ");
            assertThat(statusUnder(sidecar, "localhost")).contains(" 200 ");
            assertThat(statusUnder(sidecar, "evil.example:8001")).contains(" 403 ");
            assertThat(statusUnder(sidecar, "localhost\r\nOrigin: https://evil.example"))
                    .contains(" 403 ");
        }
    }

    /** The first line of the answer; written by hand, because a client chooses the host itself. */
    private static String statusUnder(Sidecar sidecar, String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sidecar.port())) {
            socket.getOutputStream()
                    .write("GET /metrics HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                            .formatted(host)
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readAllBytes();
            return new String(answer, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    @Test
    void shouldSendTheTokenOfADependency() throws IOException, InterruptedException {
        try (Sidecar asked = start(OFF, Map.of(), door(Map.of("SIDECAR_TOKEN", TOKEN), "--port", "0"))) {
            String yaml =
                    "{interval: 100ms, dependencies: {engine: {kind: http, address: 'http://127.0.0.1:%d/health'}}}"
                            .formatted(asked.port());
            try (Sidecar knows = start(yaml, Map.of("ENGINE_TOKEN", TOKEN), door(Map.of(), "--port", "0"));
                    Sidecar guesses = start(
                            yaml, Map.of("ENGINE_TOKEN", "a-token-that-is-wrong"), door(Map.of(), "--port", "0"))) {
                await().untilAsserted(() ->
                        assertThat(get(knows, "/health", "").statusCode()).isEqualTo(200));
                await().untilAsserted(
                                () -> assertThat(get(guesses, "/health", "").body())
                                        .contains("Answered 401")
                                        .doesNotContain("a-token-that-is-wrong"));
            }
        }
    }
}
