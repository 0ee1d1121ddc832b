package io.exitbrain.audit.checks;

/**
 * A broken invariant and its evidence.
 *
 * @param symbol the symbol of the input; empty if the input names none
 * @param place the record that breaks the invariant: {@code topic-partition@offset}, or {@code line 17}
 * @param cause the input record of the same step
 * @param timestamp timestamp of the input, epoch milliseconds
 */
public record Finding(Invariant invariant, String symbol, String place, String cause, long timestamp, String evidence) {

    /** A finding without a record. */
    public Finding(Invariant invariant, String evidence) {
        this(invariant, "", "", "", 0, evidence);
    }

    @Override
    public String toString() {
        return invariant + " (" + invariant.claim() + "): " + evidence;
    }
}
