package io.exitbrain.topology.takeover;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** What the port of an address does with a connection. */
enum Port {
    /** It takes the connection: the process has not ended. It may be paused. */
    OPEN,
    /** The host answers that nobody listens. */
    REFUSES,
    /** No answer, or another failure on the way: nothing is known of the process. */
    SILENT;

    /**
     * Far below the time after which a system reports a silent host, which Java shows with the same exception as a
     * refusal.
     */
    private static final int TIMEOUT_MS = 500;

    /** Connects to {@code address}, {@code host:port}, and closes the connection. */
    static Port at(String address) {
        int colon = address.lastIndexOf(':');
        String host = address.substring(0, colon).replaceAll("^\\[|]$", "");
        InetSocketAddress target = new InetSocketAddress(host, Integer.parseInt(address.substring(colon + 1)));
        return target.isUnresolved() ? SILENT : at(target);
    }

    private static Port at(InetSocketAddress target) {
        try (Socket socket = new Socket()) {
            socket.connect(target, TIMEOUT_MS);
            // A reset instead of an orderly end: ten connections a second must leave nothing behind in this system.
            socket.setSoLinger(true, 0);
            return OPEN;
        } catch (ConnectException refused) {
            return REFUSES;
        } catch (IOException noAnswer) {
            return SILENT;
        }
    }
}
