package io.exitbrain.chaos.process;

/** A process of the run did not do what it was told to. The message is one sentence. */
public final class ProcessFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ProcessFailed(String message) {
        super(message);
    }

    ProcessFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
