package io.exitbrain.demo;

/** An embedded broker that could not start, or gave up while running. */
public final class BrokerFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokerFailed(String message) {
        super(message);
    }

    BrokerFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
