package io.exitbrain.health.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of dependency reports an unreachable host in the same words. */
@Timeout(60)
class UnreachableTest {

    @ParameterizedTest
    @CsvSource({
        "redis, redis://localhost:%d, localhost:%d",
        "kafka, localhost:%d, localhost:%d",
        "http, http://localhost:%d/health, localhost:%d",
        "tcp, localhost:%d, localhost:%d"
    })
    void shouldSayThatTheConnectionIsRefused(String kind, String address, String shown) throws Exception {
        int port = freePort();

        Finding finding = SingleAttempt.of("kind: %s, address: '%s'".formatted(kind, address.formatted(port)));

        assertThat(finding.status()).isEqualTo(Status.DOWN);
        assertThat(finding.error()).contains("Connection refused: " + shown.formatted(port));
        assertThat(finding.latencyMs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "redis, redis://no-such-host.invalid:6379, no-such-host.invalid:6379",
        "kafka, no-such-host.invalid:9092, no-such-host.invalid:9092",
        "http, http://no-such-host.invalid/health, no-such-host.invalid:80",
        "tcp, no-such-host.invalid:1, no-such-host.invalid:1"
    })
    void shouldSayThatAHostIsUnknown(String kind, String address, String shown) throws Exception {
        Finding finding = SingleAttempt.of("kind: %s, timeout: 10s, address: '%s'".formatted(kind, address));

        assertThat(finding.status()).isEqualTo(Status.DOWN);
        assertThat(finding.error()).contains("Unknown host: " + shown);
    }

    @ParameterizedTest
    @CsvSource({
        "redis, redis://me:sesame@localhost:%d, redis://***@localhost:%d",
        "redis, rediss://me:sesame@localhost:%d, rediss://***@localhost:%d",
        "http, http://localhost:%d/health, http://localhost:%d/health"
    })
    void shouldSayThatAHostAcceptsAndNeverAnswers(String kind, String address, String shown) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("localhost"))) {
            int port = silent.getLocalPort();

            Finding finding = SingleAttempt.of(
                    "kind: %s, timeout: 300ms, address: '%s'".formatted(kind, address.formatted(port)));

            assertThat(finding.status()).isEqualTo(Status.DOWN);
            assertThat(finding.error()).contains("Timeout after 300 ms: " + shown.formatted(port));
        }
    }

    @Test
    void shouldTellASilentBrokerFromAStoppedOne() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("localhost"))) {
            String address = "localhost:" + silent.getLocalPort();

            Finding finding = SingleAttempt.of("kind: kafka, timeout: 1s, address: '%s'".formatted(address));

            assertThat(finding.status()).isEqualTo(Status.DOWN);
            assertThat(finding.error())
                    .hasValueSatisfying(error ->
                            assertThat(error).startsWith("Timeout after 1 s").endsWith(": " + address));
        }
    }

    /** Kafka's client would take "HTTP" for a length of 1.2 GB. */
    @Test
    void shouldSayThatAnHttpServerIsNoBroker() throws Exception {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.start();
        try {
            String address = "localhost:" + other.getAddress().getPort();

            Finding finding = SingleAttempt.of("kind: kafka, address: '%s'".formatted(address));

            assertThat(finding.status()).isEqualTo(Status.DOWN);
            assertThat(finding.error()).contains("Not a Kafka broker (an HTTP server answers there): " + address);
        } finally {
            other.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"degraded-above: 0ms", "degraded-above: 1h"})
    void shouldBeDegradedIfTheAnswerIsSlow(String limit) throws Exception {
        try (ServerSocket there = new ServerSocket(0, 5, InetAddress.getByName("localhost"))) {
            Finding finding =
                    SingleAttempt.of("kind: tcp, %s, address: 'localhost:%d'".formatted(limit, there.getLocalPort()));

            boolean isSlow = limit.contains("0ms");
            assertThat(finding.status()).isEqualTo(isSlow ? Status.DEGRADED : Status.OK);
            assertThat(finding.error().isPresent()).isEqualTo(isSlow);
        }
    }

    @Test
    void shouldNeverFindThatADependencyIsNotApplicable() {
        assertThatThrownBy(() -> new Finding(Status.NOT_APPLICABLE, OptionalDouble.empty(), Optional.empty(), Map.of()))
                .hasMessageContaining("only configuration");
    }

    @Test
    void shouldHideTheSecretsOfKafkasClient() {
        Secrets secrets = Secrets.of(SingleAttempt.dependency(
                "kind: kafka, address: 'h:1', kafka: {sasl.jaas.config: 'x username=\"me\" password=\"sesame\";',"
                        + " ssl.keystore.password: open, client.id: probe}"));

        assertThat(secrets.safe("probe: open sesame for me")).isEqualTo("probe: *** *** for ***");
    }

    @Test
    void shouldSayThatRedisDoesNotSpeakTls() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getByName("localhost"))) {
            Thread server = new Thread(() -> answerInPlainText(plain));
            server.start();
            String address = "rediss://localhost:" + plain.getLocalPort();

            Finding finding = SingleAttempt.of("kind: redis, address: '%s'".formatted(address));

            assertThat(finding.status()).isEqualTo(Status.DOWN);
            assertThat(finding.error())
                    .hasValueSatisfying(error ->
                            assertThat(error).startsWith("TLS failed (").endsWith("): " + address));
            server.join();
        }
    }

    private static void answerInPlainText(ServerSocket server) {
        try (Socket client = server.accept()) {
            client.getOutputStream().write("-ERR this is not TLS\r\n".getBytes(StandardCharsets.US_ASCII));
            client.getOutputStream().flush();
            client.getInputStream().readAllBytes();
        } catch (IOException closed) {
            // the client has closed the connection
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            return socket.getLocalPort();
        }
    }
}
