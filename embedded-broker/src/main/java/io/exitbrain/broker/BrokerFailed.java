package io.exitbrain.broker;

/** An embedded broker could not start, or stopped while it was running. */
public final class BrokerFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokerFailed(String message) {
        super(message);
    }

    BrokerFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
