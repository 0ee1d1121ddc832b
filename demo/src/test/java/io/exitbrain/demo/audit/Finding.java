package io.exitbrain.demo.audit;

/** A broken invariant and how it shows. */
record Finding(Invariant invariant, String what) {

    @Override
    public String toString() {
        return invariant + " (" + invariant.claim() + "): " + what;
    }
}
