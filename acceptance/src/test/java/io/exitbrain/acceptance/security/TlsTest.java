package io.exitbrain.acceptance.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.exitbrain.access.Access;
import io.exitbrain.access.Door;
import io.exitbrain.access.PeerClient;
import io.exitbrain.access.Secret;
import io.exitbrain.access.Tls;
import io.exitbrain.access.Token;
import io.exitbrain.topology.settings.SettingsReader;
import io.exitbrain.yaml.InvalidFile;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP over TLS, with certificates made by keytool. */
class TlsTest {

    private static final String PASSWORD = "swordfish-of-the-store";
    private static final String LOOPBACK = "ip:127.0.0.1";
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    private static Tls.Store store(Path file) {
        return new Tls.Store("store", file.toFile(), new Secret(PASSWORD));
    }

    private static Access access(Path keys, Path trust) {
        List<String> faults = new ArrayList<>();
        Optional<Tls> tls = Tls.of(store(keys), Optional.of(store(trust)), faults);
        assertThat(faults).isEmpty();
        return new Access(Optional.of(Token.of("the-token-of-the-group")), tls);
    }

    private static Javalin serve(Access access) {
        return serve(new Door("127.0.0.1", 0, access));
    }

    private static Javalin serve(Door door) {
        return Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    door.addTo(config, List.of());
                    config.routes.get("/", context -> context.result("over TLS"));
                })
                .start();
    }

    private static HttpResponse<String> ask(Access access, int port) throws IOException, InterruptedException {
        PeerClient client = new PeerClient(access, TIMEOUT);
        return client.http().send(client.question("127.0.0.1:" + port, "/"), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void shouldAnswerWhoTrustsItsCertificateAndNobodyElse() throws IOException, InterruptedException {
        Path keys = Certificates.keystore(folder, "one", PASSWORD, LOOPBACK);
        Path others = Certificates.keystore(folder, "other", PASSWORD, LOOPBACK);
        Access own = access(keys, Certificates.truststore(folder, keys, PASSWORD));
        Access stranger = access(keys, Certificates.truststore(folder, others, PASSWORD));
        Javalin server = serve(own);
        try {
            assertThat(ask(own, server.port()).body()).isEqualTo("over TLS");
            assertThatThrownBy(() -> ask(stranger, server.port())).isInstanceOf(SSLHandshakeException.class);
            assertThat(plain(server.port())).doesNotContain("over TLS").doesNotContain("HTTP/1.1 200");
        } finally {
            server.stop();
        }
    }

    /** What an answer without TLS begins with; the server may only close the connection. */
    private static String plain(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) TIMEOUT.toMillis());
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (SocketException reset) {
            return "";
        }
    }

    @Test
    void shouldNotTrustACertificateOfAnotherName() throws IOException, InterruptedException {
        Path keys = Certificates.keystore(folder, "elsewhere", PASSWORD, "dns:engine-1.example");
        Access access = access(keys, Certificates.truststore(folder, keys, PASSWORD));
        Javalin server = serve(access);
        try {
            assertThatThrownBy(() -> ask(access, server.port())).isInstanceOf(SSLHandshakeException.class);
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldCloseTheConnectionOfASlowClient(boolean afterTheHandshake) throws Exception {
        Path keys = Certificates.keystore(folder, "slow-" + afterTheHandshake, PASSWORD, LOOPBACK);
        Access access = access(keys, Certificates.truststore(folder, keys, PASSWORD));
        Javalin server = serve(new Door("127.0.0.1", 0, access, Duration.ofMillis(500)));
        try (Socket slow = afterTheHandshake
                ? trusting(folder.resolve("slow-true-trust.p12"))
                        .createSocket(InetAddress.getLoopbackAddress(), server.port())
                : new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            // Otherwise the longest record of a handshake, of which the server waits for the rest.
            byte[] beginning = afterTheHandshake
                    ? "GET / HTTP/1.1\r\nX-Header: ".getBytes(StandardCharsets.US_ASCII)
                    : new byte[] {0x16, 0x03, 0x01, 0x40, 0x00, 0x01};
            slow.getOutputStream().write(beginning);

            await().atMost(TIMEOUT).pollInterval(Duration.ofMillis(50)).until(() -> isClosed(slow));

            assertThat(ask(access, server.port()).body()).isEqualTo("over TLS");
        } finally {
            server.stop();
        }
    }

    private static SSLSocketFactory trusting(Path truststore) throws IOException, GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(KeyStore.getInstance(truststore.toFile(), PASSWORD.toCharArray()));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    /** Whether the server has closed the connection. If it has not, one more byte of the request follows. */
    private static boolean isClosed(Socket client) {
        try {
            client.getOutputStream().write('v');
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    private static void assertRefused(Map<String, String> variables, String sentence) {
        assertThatThrownBy(() -> SettingsReader.read(Optional.empty(), variables, List.of()))
                .isInstanceOf(InvalidFile.class)
                .hasMessageContaining(sentence)
                .message()
                .doesNotContain("wrong-password", PASSWORD);
    }

    @Test
    void shouldSayWhyAFileCannotBeUsed() throws IOException {
        Path keys = Certificates.keystore(folder, "good", PASSWORD, LOOPBACK);
        Path trust = Certificates.truststore(folder, keys, PASSWORD);
        Path text = Files.writeString(folder.resolve("text.p12"), "no keystore");
        Path missing = folder.resolve("missing.p12");
        Map<String, String> good = Map.of(
                "EXIT_BRAIN_HTTP_TLS_KEYSTORE", keys.toString(), "EXIT_BRAIN_HTTP_TLS_KEYSTORE_PASSWORD", PASSWORD);

        assertThat(SettingsReader.read(Optional.empty(), good, List.of())
                        .http()
                        .access()
                        .scheme())
                .isEqualTo("https");
        assertRefused(with(good, "KEYSTORE", missing.toString()), "http.tls.keystore: " + missing + " does not exist");
        assertRefused(with(good, "KEYSTORE", text.toString()), "http.tls.keystore: " + text + " cannot be read: ");
        assertRefused(with(good, "KEYSTORE", trust.toString()), "http.tls.keystore: " + trust + " has no private key");
        assertRefused(
                with(good, "KEYSTORE_PASSWORD", "wrong-password"),
                "http.tls.keystore: " + keys + " cannot be read: keystore password was incorrect");
        assertRefused(
                with(good, "KEYSTORE_PASSWORD", ""),
                "http.tls.keystore and http.tls.keystore-password: both or none must be set");
        assertRefused(
                Map.of(
                        "EXIT_BRAIN_HTTP_TLS_TRUSTSTORE",
                        trust.toString(),
                        "EXIT_BRAIN_HTTP_TLS_TRUSTSTORE_PASSWORD",
                        PASSWORD),
                "http.tls.truststore: needs http.tls.keystore");
    }

    private static Map<String, String> with(Map<String, String> all, String name, String value) {
        Map<String, String> changed = new HashMap<>(all);
        changed.put("EXIT_BRAIN_HTTP_TLS_" + name, value);
        return changed;
    }
}
