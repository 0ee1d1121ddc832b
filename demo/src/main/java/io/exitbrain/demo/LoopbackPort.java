package io.exitbrain.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Asks the machine about ports before something large tries to listen on one and fails without naming it. */
final class LoopbackPort {

    private static final int ANY = 0;
    private static final int BACKLOG = 1;

    private LoopbackPort() {}

    /** A port nobody listens on just now. */
    static int free() {
        return listenBriefly(ANY);
    }

    /** Throws {@link PortInUse} where something listens on the port; the option is what chooses another. */
    static int requireFree(int port, String option) {
        try {
            return listenBriefly(port);
        } catch (UncheckedIOException refused) {
            if (refused.getCause() instanceof BindException) {
                throw new PortInUse(port, option);
            }
            throw refused;
        }
    }

    private static int listenBriefly(int port) {
        try (ServerSocket socket = new ServerSocket(port, BACKLOG, InetAddress.getByName("localhost"))) {
            return socket.getLocalPort();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
