package io.exitbrain.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Checks ports of the loopback interface before a server starts, so that the error message names the port. */
public final class LoopbackPort {

    private static final int ANY = 0;
    private static final int BACKLOG = 1;

    /** The ports that this process was given. The system may give one again, because nothing listens on it yet. */
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private LoopbackPort() {}

    /** A port on which nothing listens now, and another one at each call. */
    public static int free() {
        int port;
        do {
            port = listenBriefly(ANY);
        } while (!GIVEN.add(port));
        return port;
    }

    /** Returns the port. Throws {@link PortInUse} if something listens on it; {@code option} is the option that changes the port. */
    public static int requireFree(int port, String option) {
        try {
            int free = listenBriefly(port);
            GIVEN.add(free);
            return free;
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
