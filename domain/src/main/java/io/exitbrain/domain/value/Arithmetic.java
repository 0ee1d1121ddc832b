package io.exitbrain.domain.value;

/** How divisions are carried. */
public final class Arithmetic {

    /** Decimals of a quotient; each division names its own rounding mode. */
    public static final int SCALE = 18;

    private Arithmetic() {}
}
