package io.exitbrain.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client that sends its request byte by byte. */
@Timeout(60)
class SlowHeadTest {

    /** Shorter than that of a real server: the tests wait for it. */
    private static final Duration HEAD_WITHIN = Duration.ofMillis(500);

    private static final int PAUSE_MS = 20;
    /** Much more than the limit, and less than the 30 s after which a silent client is closed. */
    private static final int MAX_BYTES = 500;

    private static final String REQUEST = "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final CountDownLatch isAsked = new CountDownLatch(1);

    @SuppressWarnings("NullAway.Init")
    private Javalin server;

    @BeforeEach
    void start() {
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    new Door("127.0.0.1", 0, Access.OPEN, HEAD_WITHIN).addTo(config, List.of());
                    config.routes.get("/", context -> context.result("now"));
                    config.routes.get("/later", context -> {
                        isAsked.countDown();
                        mayAnswer.await();
                        context.result("later");
                    });
                })
                .start();
    }

    @AfterEach
    void stop() {
        mayAnswer.countDown();
        server.stop();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(20));
        return socket;
    }

    private static void send(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void assertAnswer(Socket client, String body) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        assertThat(reader.readLine()).contains(" 200 ");
        while (!reader.readLine().isEmpty()) {
            // the headers
        }
        char[] read = new char[body.length()];
        assertThat(reader.read(read)).isEqualTo(body.length());
        assertThat(read).isEqualTo(body.toCharArray());
    }

    /** Sends {@code text} again and again, a byte at a time, until the server closes the connection; how many bytes it took. */
    private static int trickle(Socket client, String text) throws IOException {
        client.setSoTimeout(PAUSE_MS);
        for (int sent = 0; sent < MAX_BYTES; sent++) {
            if (isClosedAfter(client, text.substring(sent % text.length(), sent % text.length() + 1))) {
                return sent;
            }
        }
        return MAX_BYTES;
    }

    private static boolean isClosedAfter(Socket client, String text) throws IOException {
        try {
            send(client, text);
            return client.getInputStream().read() < 0;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (SocketException closed) {
            return true;
        }
    }

    @Test
    void shouldCloseTheConnectionOfASlowHeadAndServeTheOthers() throws Exception {
        try (Socket slow = connect();
                Socket kept = connect();
                Socket waiting = connect()) {
            send(kept, REQUEST.formatted("/"));
            assertAnswer(kept, "now");
            send(waiting, REQUEST.formatted("/later"));
            isAsked.await();

            send(slow, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Header: ");
            assertThat(trickle(slow, "v")).isLessThan(MAX_BYTES);

            send(kept, REQUEST.formatted("/"));
            assertAnswer(kept, "now");
            mayAnswer.countDown();
            assertAnswer(waiting, "later");
        }
    }

    @Test
    void shouldCloseTheConnectionOfEmptyLinesWithoutARequest() throws Exception {
        try (Socket slow = connect()) {
            assertThat(trickle(slow, "\r\n")).isLessThan(MAX_BYTES);
        }
    }

    @Test
    void shouldCloseTheConnectionOfASlowHeadAfterAnother() throws Exception {
        try (Socket slow = connect()) {
            send(slow, REQUEST.formatted("/"));
            assertAnswer(slow, "now");

            send(slow, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Header: ");
            assertThat(trickle(slow, "v")).isLessThan(MAX_BYTES);
        }
    }
}
