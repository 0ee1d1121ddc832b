package io.exitbrain.topology.brokers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exitbrain.listeners.AddressProbe;
import io.exitbrain.listeners.BrokerAddress;
import io.exitbrain.listeners.Listener;
import io.exitbrain.yaml.InvalidFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What listens at an address, by its first answer. */
class BrokersTest {

    /** Of the request for the versions of the protocol. */
    private static final int REQUEST_BYTES = 24;

    private static final Duration WITHIN = Duration.ofSeconds(5);

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getByName("localhost"));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private String address() {
        return "localhost:" + server.getLocalPort();
    }

    private static void requireAnswer(String addresses, Duration within) {
        Properties client = new Properties();
        client.put("bootstrap.servers", addresses);
        Brokers.requireAnswer(client, within, "--bootstrap-server");
    }

    private interface Conversation {
        void with(Socket client) throws IOException;
    }

    private void serve(Conversation conversation) {
        Thread thread = new Thread(() -> {
            try (Socket client = server.accept()) {
                conversation.with(client);
            } catch (IOException ended) {
                // the test closed the server, or the client went away: the assertions see it
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static byte[] request(Socket client) throws IOException {
        return client.getInputStream().readNBytes(REQUEST_BYTES);
    }

    private static void answer(Socket client, byte[] answer) throws IOException {
        request(client);
        client.getOutputStream().write(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1 400 Bad Request, an HTTP server answers there",
        "<!DOCTYPE HTML>, an HTTP server answers there",
        "-ERR unknown command, a Redis server answers there",
        "SSH-2.0-OpenSSH_9.6, 'its answer begins with \"SSH-2.0-\"'"
    })
    void shouldSayWhatAnswersInsteadOfABroker(String answer, String sentence) {
        serve(client -> answer(client, answer.getBytes(StandardCharsets.US_ASCII)));

        assertThatThrownBy(() -> requireAnswer(address(), WITHIN))
                .isInstanceOf(BrokersUnreachable.class)
                .hasMessage(address() + " is not a Kafka broker: " + sentence + "; change --bootstrap-server");
    }

    @Test
    void shouldNameTls() {
        serve(client -> answer(client, new byte[] {0x15, 0x03, 0x03, 0, 2, 2, 80}));

        assertThatThrownBy(() -> requireAnswer(address(), WITHIN))
                .hasMessageContaining("it answers with TLS, so a broker there needs security.protocol=SSL or SASL_SSL");
    }

    @Test
    void shouldEndTheLineForAServerThatWaitsForIt() {
        serve(client -> {
            String asked = new String(client.getInputStream().readNBytes(REQUEST_BYTES + 6), StandardCharsets.US_ASCII);
            assertThat(asked).endsWith("\r\nPING");
            client.getOutputStream().write("+PONG\r\n".getBytes(StandardCharsets.US_ASCII));
        });

        assertThatThrownBy(() -> requireAnswer(address(), Duration.ofMillis(100)))
                .hasMessageContaining("a Redis server answers there");
    }

    @Test
    void shouldSayThatAServerIsSilent() {
        serve(client -> client.getInputStream().readAllBytes());

        assertThatThrownBy(() -> requireAnswer(address(), Duration.ofMillis(100)))
                .hasMessage("no broker answers at " + address()
                        + ": it takes the connection and does not answer within 100 ms, so it may be no Kafka broker; "
                        + "start one, or set --bootstrap-server");
    }

    @Test
    void shouldSayThatTheConnectionIsClosed() {
        serve(BrokersTest::request);

        assertThatThrownBy(() -> requireAnswer(address(), WITHIN))
                .hasMessageContaining(
                        "it closes the connection without an answer; a broker there may want TLS (security.protocol=SSL or SASL_SSL)");
    }

    @Test
    void shouldSayThatNothingListens() throws IOException {
        server.close();

        assertThatThrownBy(() -> requireAnswer(address(), WITHIN))
                .isInstanceOf(BrokersUnreachable.class)
                .hasMessageContaining("no broker answers at " + address() + ": Connection refused");
    }

    @Test
    void shouldNameAnUnknownHost() {
        assertThatThrownBy(() -> requireAnswer("no-such-host.invalid:9092", WITHIN))
                .hasMessageContaining("the host no-such-host.invalid is not known");
    }

    @Test
    void shouldNameEachAddressOfSeveral() throws IOException {
        server.close();

        assertThatThrownBy(() -> requireAnswer(address() + ", no-such-host.invalid:9092", WITHIN))
                .hasMessageContaining(address() + " Connection refused")
                .hasMessageContaining("no-such-host.invalid:9092 the host no-such-host.invalid is not known");
    }

    @Test
    void shouldRefuseAServerThatIsNoBrokerBesideOneThatDoesNotAnswer() {
        serve(client -> answer(client, "HTTP/1.1 400".getBytes(StandardCharsets.US_ASCII)));

        assertThatThrownBy(() -> requireAnswer("no-such-host.invalid:9092," + address(), WITHIN))
                .hasMessageContaining(address() + " is not a Kafka broker");
    }

    @Test
    void shouldKnowTheAnswerOfABroker() throws InterruptedException {
        serve(client -> {
            int correlationId = ByteBuffer.wrap(request(client)).getInt(8);
            byte[] answer =
                    ByteBuffer.allocate(16).putInt(12).putInt(correlationId).array();
            client.getOutputStream().write(answer);
        });

        assertThat(new AddressProbe("PLAINTEXT", WITHIN)
                        .listeners(List.of(new BrokerAddress("localhost", server.getLocalPort()))))
                .allMatch(Listener::isBroker);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " , ", "localhost", "localhost:0", "localhost:70000", "http://localhost:9092/x"})
    void shouldRefuseWhatIsNoAddress(String addresses) {
        assertThatThrownBy(() -> requireAnswer(addresses, WITHIN))
                .isInstanceOf(InvalidFile.class)
                .hasMessageContaining("--bootstrap-server: must be host:port, was");
    }
}
