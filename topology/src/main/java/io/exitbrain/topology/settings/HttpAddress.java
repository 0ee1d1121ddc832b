package io.exitbrain.topology.settings;

import io.exitbrain.access.Access;
import io.exitbrain.access.TokenSettings;
import java.util.Optional;

/**
 * The address of the HTTP server.
 *
 * @param port 0 = any free port
 * @param advertised {@code host:port} at which the other instances reach this one; empty = host and port
 * @param access what it asks of its clients; the instances of a group have the same
 */
public record HttpAddress(String host, int port, Optional<String> advertised, Access access) {

    /** An address without a token and without TLS. */
    public HttpAddress(String host, int port, Optional<String> advertised) {
        this(host, port, advertised, Access.OPEN);
    }

    /** Whether whoever reaches an address that is not loopback gets an answer. */
    public boolean isOpenToOthers() {
        return access.token().isEmpty() && !TokenSettings.isLoopback(host);
    }

    public String advertisedOrOwn(int boundPort) {
        return advertised.orElse(host + ":" + boundPort);
    }
}
