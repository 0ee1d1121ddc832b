package io.exitbrain.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter errors = new StringWriter();

    @Test
    void shouldExitWithTwoWhenThePortIsOutOfRange() {
        assertThat(run("--port", "65536")).isEqualTo(2);
        assertThat(errors.toString()).contains("port must be in [0, 65535], was 65536");
    }

    @Test
    void shouldExitWithTwoWhenThePortIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            assertThat(run("--port", Integer.toString(other.getLocalPort()))).isEqualTo(2);
        }
        assertThat(errors.toString()).contains("is in use").contains("--port");
    }

    private int run(String... arguments) {
        return Main.commandLine()
                .setErr(new PrintWriter(errors, true))
                .execute(arguments[0], arguments[1], "--data", folder.toString());
    }
}
