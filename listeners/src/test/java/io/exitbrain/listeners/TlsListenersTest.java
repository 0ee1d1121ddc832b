package io.exitbrain.listeners;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.listeners.Listener.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What listens behind TLS, whoever has signed its certificate. */
@Timeout(60)
class TlsListenersTest {

    private static final String PASSWORD = "password-of-the-test";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private ServerSocket server;

    @BeforeEach
    void listen() throws Exception {
        server = context().getServerSocketFactory().createServerSocket(0, 5, InetAddress.getByName("localhost"));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private static SSLContext context() throws Exception {
        Path file = folder.resolve("keys.p12");
        if (!file.toFile().exists()) {
            new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "server",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=server",
                            "-keystore",
                            file.toString(),
                            "-storepass",
                            PASSWORD)
                    .start()
                    .waitFor();
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private interface Answer {
        byte[] to(byte[] request);
    }

    private void serve(Answer answer) {
        Thread thread = new Thread(() -> {
            try (Socket client = server.accept()) {
                byte[] request = client.getInputStream().readNBytes(FirstAnswer.request().length);
                client.getOutputStream().write(answer.to(request));
            } catch (IOException ended) {
                // the test closed the server, or the client went away: the assertions see it
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private Listener listener() throws InterruptedException {
        BrokerAddress address = new BrokerAddress("localhost", server.getLocalPort());
        return new AddressProbe("SASL_SSL", Duration.ofSeconds(20))
                .listeners(List.of(address))
                .get(0);
    }

    @Test
    void shouldKnowAnHttpServer() throws Exception {
        serve(request -> "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

        assertThat(listener().refusal("--bootstrap-server"))
                .isEqualTo("localhost:" + server.getLocalPort()
                        + " is not a Kafka broker: an HTTP server answers there; change --bootstrap-server");
    }

    @Test
    void shouldKnowABroker() throws Exception {
        serve(request -> ByteBuffer.allocate(8)
                .putInt(4)
                .putInt(ByteBuffer.wrap(request).getInt(8))
                .array());

        assertThat(listener().kind()).isEqualTo(Kind.BROKER);
    }

    /** Such as a broker that wants the certificate of its client: only the client itself can show it. */
    @Test
    void shouldLeaveAHandshakeThatFailsToTheClient() throws Exception {
        server.close();
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getByName("localhost"))) {
            server = plain;
            serve(request -> "no TLS".getBytes(StandardCharsets.US_ASCII));

            assertThat(listener().kind()).isEqualTo(Kind.BROKER);
        }
    }
}
