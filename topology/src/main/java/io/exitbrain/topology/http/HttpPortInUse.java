package io.exitbrain.topology.http;

import io.exitbrain.topology.settings.HttpAddress;

/** The address for the queries cannot be had. */
public final class HttpPortInUse extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    HttpPortInUse(HttpAddress address, RuntimeException cause) {
        super(
                "cannot listen on http://%s:%d (%s); choose another port with --http-port or http.port"
                        .formatted(address.host(), address.port(), cause.getMessage()),
                cause);
    }
}
