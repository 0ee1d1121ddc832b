package io.exitbrain.audit.topics;

/** The topics cannot be read; the message says why in one sentence. */
public final class TopicsUnreadable extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public TopicsUnreadable(String message) {
        super(message);
    }

    public TopicsUnreadable(String message, Throwable cause) {
        super(message, cause);
    }
}
