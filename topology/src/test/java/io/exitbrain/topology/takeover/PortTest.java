package io.exitbrain.topology.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private static String addressOf(ServerSocket server) {
        return LOOPBACK.getHostAddress() + ":" + server.getLocalPort();
    }

    @Test
    void shouldBeOpenWhileAProcessListensAndRefuseAfterIt() throws IOException {
        ServerSocket server = new ServerSocket(0, 50, LOOPBACK);
        try (server) {
            assertThat(Port.at(addressOf(server))).isEqualTo(Port.OPEN);
        }
        assertThat(Port.at(addressOf(server))).isEqualTo(Port.REFUSES);
    }

    /** So it is with a paused process: the system takes connections until the queue is full, then it does not answer. */
    @Test
    void shouldBeSilentWhenNobodyTakesTheConnectionsAndTheQueueIsFull() throws IOException {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK)) {
            while (isTaken(server, waiting)) {
                assertThat(waiting).hasSizeLessThan(100);
            }

            assertThat(Port.at(addressOf(server))).isEqualTo(Port.SILENT);
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    private static boolean isTaken(ServerSocket server, List<Socket> waiting) {
        Socket socket = new Socket();
        waiting.add(socket);
        try {
            socket.connect(new InetSocketAddress(LOOPBACK, server.getLocalPort()), 300);
            return true;
        } catch (IOException full) {
            return false;
        }
    }

    @Test
    void shouldBeSilentWhenTheNameIsNotKnown() {
        assertThat(Port.at("no-such-host.invalid:8003")).isEqualTo(Port.SILENT);
    }
}
