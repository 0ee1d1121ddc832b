package io.exitbrain.acceptance.audit;

/** A broken invariant and its evidence. */
record Finding(Invariant invariant, String evidence) {

    @Override
    public String toString() {
        return invariant + " (" + invariant.claim() + "): " + evidence;
    }
}
