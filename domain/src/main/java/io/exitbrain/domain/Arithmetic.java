package io.exitbrain.domain;

/** How divisions are carried. */
final class Arithmetic {

    /** Decimals of a quotient; each division names its own rounding mode. */
    static final int SCALE = 18;

    private Arithmetic() {}
}
