package io.exitbrain.serdes;

/** Ends the reading of a record; never leaves this package. */
final class Refusal extends RuntimeException {

    private final String reason;

    Refusal(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
