package io.exitbrain.serdes.input;

/** Stops the reading of a record. It never leaves this package. */
public final class Refusal extends RuntimeException {

    private final String reason;

    public Refusal(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
