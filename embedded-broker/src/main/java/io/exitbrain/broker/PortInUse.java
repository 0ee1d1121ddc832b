package io.exitbrain.broker;

/** Another process listens on the port. */
public final class PortInUse extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    PortInUse(int port, String option) {
        super("port %d is in use by another process: stop that one, or choose another port with %s"
                .formatted(port, option));
    }
}
