package io.exitbrain.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ConsoleArgumentsTest {

    @Test
    void shouldRefuseAnHttpServerInOneSentence() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        try {
            String address = "localhost:" + server.getAddress().getPort();

            assertThat(ConsoleArguments.of("--topic", "t", "--bootstrap-server", address)
                            .refusal())
                    .contains(address
                            + " is not a Kafka broker: an HTTP server answers there; change --bootstrap-server");
        } finally {
            server.stop(0);
        }
    }

    /** The tool says what it does then. */
    @Test
    void shouldLeaveTheRestToTheTool() throws Exception {
        int closed = LoopbackPort.free();

        assertThat(ConsoleArguments.of("--bootstrap-server", "localhost:" + closed)
                        .refusal())
                .isEmpty();
        assertThat(ConsoleArguments.of("--bootstrap-server", "no address").refusal())
                .isEmpty();
        assertThat(ConsoleArguments.of("--bootstrap-server").refusal()).isEmpty();
        assertThat(ConsoleArguments.of("--bootstrap-server=h:1", "--topic", "t").addresses())
                .contains("h:1");
        assertThat(ConsoleArguments.of("--command-config", "nowhere.properties").protocol())
                .isEqualTo("PLAINTEXT");
    }

    @Test
    void shouldKnowTheProtocol(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("client.properties"), "security.protocol=SASL_PLAINTEXT\n");

        assertThat(ConsoleArguments.of("--command-config", file.toString()).protocol())
                .isEqualTo("SASL_PLAINTEXT");
        assertThat(ConsoleArguments.of(
                                "--command-property", "security.protocol=SSL", "--command-config", file.toString())
                        .protocol())
                .isEqualTo("SSL");
    }
}
