package io.exitbrain.domain.value;

/** The precision of divisions. */
public final class Arithmetic {

    /** Decimals of a quotient. Each division names its own rounding mode. */
    public static final int SCALE = 18;

    private Arithmetic() {}
}
