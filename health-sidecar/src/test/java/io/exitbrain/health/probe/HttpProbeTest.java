package io.exitbrain.health.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class HttpProbeTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile HttpHandler handler = exchange -> {};

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> handler.handle(exchange));
        server.start();
    }

    @AfterEach
    void stop() {
        ended.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"status\":\"OK\"}          | OK       |",
                "200 | {\"status\":\"up\"}          | OK       |",
                "200 | {\"status\":\"degraded\"}    | DEGRADED | Says degraded: ",
                "200 | {\"status\":\"DeGraDeD\"}    | DEGRADED | Says DeGraDeD: ",
                "200 | {\"status\":\"DOWN\"}        | DOWN     | Says DOWN: ",
                "200 | {\"status\":\"DOWN\",\"reasons\":[\"a thread is dead\"]} | DOWN | Says DOWN (a thread is dead): ",
                "200 | {\"status\":\"purple\"}      | DEGRADED | Says an unknown status 'purple': ",
                "200 | {\"state\":\"RUNNING\"}      | DEGRADED | Answered 200 without a status in its body: ",
                "200 | {\"status\":{}}              | DEGRADED | Answered 200 without a status in its body: ",
                "200 | <html>welcome</html>         | DEGRADED | Answered 200 with a body that is no JSON object: ",
                "200 | ''                           | DEGRADED | Answered 200 with a body that is no JSON object: ",
                "500 | oops                         | DOWN     | Answered 500: ",
                "503 | {\"status\":\"OK\"}          | DOWN     | Answered 503: ",
                "404 | ''                           | DOWN     | Answered 404: ",
                "302 | ''                           | DOWN     | Answered 302 (redirects are not followed): ",
            })
    void shouldJudgeByTheCodeAndByTheBody(int code, String body, Status status, String error) throws Exception {
        handler = exchange -> answer(exchange, code, body);

        Finding finding = SingleAttempt.of("kind: http, address: '%s'".formatted(url()));

        assertThat(finding.status()).isEqualTo(status);
        if (status == Status.OK) {
            assertThat(finding.error()).isEmpty();
        } else {
            assertThat(finding.error()).contains(error.strip() + " " + url());
        }
        assertThat(finding.latencyMs()).isPresent();
    }

    @Test
    void shouldAcceptAPlain200IfTheBodyIsIgnored() throws Exception {
        handler = exchange -> answer(exchange, 200, "welcome");

        assertThat(SingleAttempt.of("kind: http, body-status: ignored, address: '%s'".formatted(url()))
                        .status())
                .isEqualTo(Status.OK);
    }

    @Test
    void shouldBeDownWithoutAnAnswer() throws Exception {
        handler = exchange -> hang();

        Finding finding = SingleAttempt.of("kind: http, timeout: 200ms, address: '%s'".formatted(url()));

        assertThat(finding.status()).isEqualTo(Status.DOWN);
        assertThat(finding.error()).contains("Timeout after 200 ms: " + url());
    }

    @Test
    void shouldBeDownWhenTheBodyNeverEnds() throws Exception {
        handler = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("{\"status\":".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            hang();
        };

        Finding finding = SingleAttempt.of("kind: http, timeout: 200ms, address: '%s'".formatted(url()));

        assertThat(finding.error()).contains("Timeout after 200 ms: " + url());
    }

    @Test
    void shouldReadNoMoreThan64KiBOfAnEndlessBody() throws Exception {
        handler = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] blanks = " ".repeat(8192).getBytes(StandardCharsets.UTF_8);
            while (true) {
                exchange.getResponseBody().write(blanks);
            }
        };

        Finding finding = SingleAttempt.of("kind: http, address: '%s'".formatted(url()));

        assertThat(finding.status()).isEqualTo(Status.DEGRADED);
        assertThat(finding.error()).contains("Answered 200 with a body above 64 KiB: " + url());
    }

    @Test
    void shouldSendTheUserAndNeverShowIt() throws Exception {
        AtomicReference<String> sent = new AtomicReference<>("");
        handler = exchange -> {
            sent.set(exchange.getRequestHeaders().getFirst("Authorization"));
            answer(exchange, 500, "{\"error\":\"me:sesame is not known\"}");
        };

        Finding finding = SingleAttempt.of("kind: http, address: '%s'".formatted(url().replace("//", "//me:sesame@")));

        assertThat(sent).hasValue("Basic bWU6c2VzYW1l");
        assertThat(finding.error()).contains("Answered 500 (*** is not known): " + url().replace("//", "//***@"));
    }

    private void hang() {
        try {
            ended.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int code, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Location", "/elsewhere");
        exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String url() {
        return "http://localhost:%d/health".formatted(server.getAddress().getPort());
    }
}
