package io.exitbrain.topology.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.topology.settings.HttpAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets an answer, and with which headers. The requests are written by hand, because a client chooses the host itself. */
class PageRoutesTest {

    private final QueryServer server =
            QueryServer.bind(new HttpAddress("127.0.0.1", 0, Optional.of("Engine-1.example:8003")));

    @AfterEach
    void stop() {
        server.close();
    }

    private List<String> ask(String method, String path, String host) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write("%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                            .formatted(method, path, host)
                            .getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8003, 200",
        "LOCALHOST, 200",
        "127.0.0.1:8003, 200",
        "[::1]:8003, 200",
        "192.168.1.7:8003, 200",
        "engine-1.example:8003, 200",
        "evil.example:8003, 403",
        "localhost.evil.example, 403",
        "127.0.0.1.evil.example, 403",
        "engine-1.example.evil, 403"
    })
    void shouldAnswerOnlyUnderItsOwnNames(String host, int status) {
        assertThat(ask("GET", "/", host).get(0)).contains(" " + status + " ");
        assertThat(ask("GET", "/nothing", host).get(0)).contains(status == 200 ? " 404 " : " 403 ");
    }

    /** A foreign page may know the address, but its browser names the page. */
    @ParameterizedTest
    @CsvSource({
        "http://localhost:8003, 200",
        "https://engine-1.example:8003, 200",
        "http://192.168.1.7:8003, 200",
        "http://evil.example, 403",
        "https://127.0.0.1.evil.example:8003, 403",
        "http://localhost.evil.example, 403",
        "file://, 403",
        "null, 403"
    })
    void shouldAnswerOnlyItsOwnPages(String origin, int status) {
        for (String path : List.of("/", "/openapi.json")) {
            assertThat(ask("GET", path, "127.0.0.1:8003\r\nOrigin: " + origin).get(0))
                    .contains(" " + status + " ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void shouldChangeNothing(String method) {
        for (String path : List.of("/", "/plans", "/stream")) {
            List<String> answer = ask(method, path, "localhost");
            assertThat(answer.get(0)).contains(" 405 ");
            assertThat(answer).contains("Allow: GET, HEAD");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/page/page.css",
                "/page/page.js",
                "/page/icon-ok.svg",
                "/page/uplot-1.6.30/uPlot.iife.min.js"
            })
    void shouldSendThePolicyWithEveryFile(String path) {
        for (String method : List.of("GET", "HEAD")) {
            assertThat(ask(method, path, "localhost"))
                    .contains(
                            "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                                    + " require-trusted-types-for 'script'",
                            "X-Content-Type-Options: nosniff",
                            "Referrer-Policy: no-referrer");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/page/../topics.yaml", "/page/Page.class", "/page/uplot-1.6.30/package.json", "/page/"})
    void shouldGiveNoOtherFile(String path) {
        assertThat(ask("GET", path, "localhost").get(0)).containsAnyOf(" 404 ", " 400 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/stream", "/topology", "/events/BTCUSDT", "/prices/BTCUSDT"})
    void shouldWaitForTheEngine(String path) {
        List<String> answer = ask("GET", path, "localhost");

        assertThat(answer.get(0)).contains(" 503 ");
        assertThat(answer).contains("Retry-After: 1");
    }

    @Test
    void shouldNameABadParameter() {
        assertThat(ask("GET", "/events/BTCUSDT?limit=1001", "localhost"))
                .last()
                .isEqualTo("{\"error\":\"limit must be a number from 1 to 1000, was 1001\"}");
        assertThat(ask("GET", "/prices/BTCUSDT?from=today", "localhost"))
                .last()
                .isEqualTo("{\"error\":\"from must be epoch milliseconds, was today\"}");
    }
}
