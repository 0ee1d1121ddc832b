package io.exitbrain.audit.command;

/** The topics cannot be read; the message says why in one sentence. */
public final class AuditFailed extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    AuditFailed(String message) {
        super(message);
    }

    AuditFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
