package io.exitbrain.topology.settings;

import java.util.Optional;

/**
 * Where the queries are served.
 *
 * @param port 0 = any free one
 * @param advertised {@code host:port} under which the other instances reach this one; empty = host and port
 */
public record HttpAddress(String host, int port, Optional<String> advertised) {

    public String advertisedOrOwn(int boundPort) {
        return advertised.orElse(host + ":" + boundPort);
    }
}
