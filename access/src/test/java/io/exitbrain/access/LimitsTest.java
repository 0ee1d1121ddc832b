package io.exitbrain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import io.javalin.Javalin;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.LowResourceMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What one client may cost the others. The requests are written by hand. */
@Timeout(120)
class LimitsTest {

    private static final int ANSWER_WITHIN_MS = 20_000;
    private static final int LIMIT = 1_000;
    private static final int MANY = 3_000;
    /** Files that the test JVM needs for other things. */
    private static final int SPARE_FILES = 200;

    private final List<Socket> connections = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private Javalin server;

    @BeforeEach
    void start() {
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    new Door("127.0.0.1", 0, Access.OPEN).addTo(config, List.of());
                    config.routes.get("/health/live", context -> context.result("alive"));
                })
                .start();
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket connection : connections) {
            connection.close();
        }
        server.stop();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        connections.add(socket);
        socket.setSoTimeout(ANSWER_WITHIN_MS);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The lines of the answer to {@code request}, until the server closes the connection. */
    private List<String> answer(String request) throws IOException {
        Socket socket = connect();
        send(socket, request);
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                .lines()
                .toList();
    }

    private String status(String request) throws IOException {
        return answer(request).get(0);
    }

    private static String get(String path, String headers) {
        return "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s\r\n".formatted(path, headers);
    }

    private void assertAnswers() throws IOException {
        assertThat(answer(get("/health/live", ""))).last().isEqualTo("alive");
    }

    @Test
    void shouldRefuseALongPath() throws IOException {
        assertThat(status(get("/" + "a".repeat(4_000), ""))).contains(" 404 ");
        assertThat(status(get("/" + "a".repeat(10_000), ""))).contains(" 414 ");
        assertAnswers();
    }

    @Test
    void shouldRefuseLargeHeaders() throws IOException {
        StringBuilder headers = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            headers.append("X-Header-")
                    .append(i)
                    .append(": ")
                    .append("v".repeat(100))
                    .append("\r\n");
        }

        assertThat(status(get("/health/live", headers.substring(0, 30 * 115).replaceFirst("[^\n]*$", ""))))
                .contains(" 200 ");
        assertThat(status(get("/health/live", headers.toString()))).contains(" 431 ");
        assertThat(status(get("/health/live", "X-Header: " + "v".repeat(10_000) + "\r\n")))
                .contains(" 431 ");
        assertAnswers();
    }

    @Test
    void shouldRefuseABodyAndWhatFollowsIt() throws IOException {
        String hidden = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
        String withLength = "GET /health/live HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(hidden.length(), hidden);
        String inChunks =
                "GET /health/live HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"
                        + hidden;

        for (String request : List.of(withLength, inChunks)) {
            List<String> lines = answer(request);

            assertThat(lines.get(0)).contains(" 413 ");
            assertThat(lines).filteredOn(line -> line.startsWith("HTTP/1.1")).hasSize(1);
        }
        assertAnswers();
    }

    @Test
    void shouldAnswerWhileRequestsAreSlow() throws IOException {
        for (int i = 0; i < 300; i++) {
            send(connect(), "GET /health/live HTTP/1.1\r\nHost: loc");
        }

        assertAnswers();

        // A slow request is an answer, too, as soon as it is whole.
        Socket slow = connections.get(0);
        send(slow, "alhost\r\nConnection: close\r\n\r\n");
        assertThat(new String(slow.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                .endsWith("alive");
    }

    @Test
    void shouldAnswerWhileThousandsAreConnectedAndIdleAndCloseThemSoon() throws IOException {
        int count = Math.min(MANY, possibleConnections());
        for (int i = 0; i <= LIMIT; i++) {
            connect();
        }
        await().atMost(ANSWER_WITHIN_MS, TimeUnit.MILLISECONDS).until(this::hasNoticed);
        // Those that come after the server has noticed are closed soon, too.
        while (connections.size() < count) {
            connect();
        }

        assertAnswers();

        assertThat(count).isGreaterThan(LIMIT);
        assertThat(connections.get(0).getInputStream().read()).isEqualTo(-1);
        assertThat(connections.get(count - 1).getInputStream().read()).isEqualTo(-1);
        assertAnswers();
    }

    /** Whether the server knows that it has many clients. Javalin has a monitor of its own beside ours. */
    private boolean hasNoticed() {
        return server.jettyServer().server().getBeans(LowResourceMonitor.class).stream()
                .anyMatch(LowResourceMonitor::isLowOnResources);
    }

    /** Both ends of a connection are files of this JVM. */
    private static int possibleConnections() {
        UnixOperatingSystemMXBean system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long free = system.getMaxFileDescriptorCount() - system.getOpenFileDescriptorCount() - SPARE_FILES;
        return (int) Math.min(Integer.MAX_VALUE, free / 2);
    }
}
