package io.exitbrain.health.http;

/** The address for the answers cannot be had. */
public final class PortTaken extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    PortTaken(String host, int port, RuntimeException cause) {
        super(
                "cannot listen on http://%s:%d (%s); choose another port with --port or SIDECAR_PORT"
                        .formatted(host, port, cause.getMessage()),
                cause);
    }
}
