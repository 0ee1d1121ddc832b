package io.exitbrain.topology.settings;

import java.util.Optional;

/**
 * The address of the HTTP server.
 *
 * @param port 0 = any free port
 * @param advertised {@code host:port} at which the other instances reach this one; empty = host and port
 */
public record HttpAddress(String host, int port, Optional<String> advertised) {

    public String advertisedOrOwn(int boundPort) {
        return advertised.orElse(host + ":" + boundPort);
    }
}
