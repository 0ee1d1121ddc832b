package io.exitbrain.serdes.json;

/** Stops the reading of a record. The readers of this module turn it into a reason. */
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
