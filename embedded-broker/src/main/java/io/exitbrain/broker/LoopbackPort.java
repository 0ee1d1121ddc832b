package io.exitbrain.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Checks ports of the loopback interface before a server starts, so that the error message names the port. */
public final class LoopbackPort {

    private static final int ANY = 0;
    private static final int BACKLOG = 1;

    private LoopbackPort() {}

    /** A port on which nothing listens now. */
    public static int free() {
        return listenBriefly(ANY);
    }

    /** Returns the port. Throws {@link PortInUse} if something listens on it; {@code option} is the option that changes the port. */
    public static int requireFree(int port, String option) {
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
