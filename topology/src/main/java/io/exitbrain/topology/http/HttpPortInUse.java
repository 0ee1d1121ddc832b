package io.exitbrain.topology.http;

import io.exitbrain.topology.settings.HttpAddress;

/** The HTTP address is already in use. */
public final class HttpPortInUse extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    HttpPortInUse(HttpAddress address, RuntimeException cause) {
        super(
                "cannot listen on %s://%s:%d (%s); choose another port with --http-port or http.port"
                        .formatted(address.access().scheme(), address.host(), address.port(), cause.getMessage()),
                cause);
    }
}
