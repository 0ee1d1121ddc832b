package io.exitbrain.topology.topics;

/** A cluster that did not answer, or refused what the topics file asks for. */
public final class TopicAdminFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TopicAdminFailed(String message) {
        super(message);
    }

    TopicAdminFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
