package io.exitbrain.topology.deadletters;

/** The brokers did not answer or refused, in one sentence. */
public final class DeadLettersFailed extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    DeadLettersFailed(String message) {
        super(message);
    }

    DeadLettersFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
