package io.exitbrain.lab.exchange;

import java.math.BigDecimal;

/** Prices as unscaled numbers and as floating-point numbers. */
public final class Prices {

    private static final double[] POWERS_OF_TEN = powersOfTen();

    private Prices() {}

    private static double[] powersOfTen() {
        double[] powers = new double[Long.SIZE];
        for (int i = 0; i < powers.length; i++) {
            powers[i] = BigDecimal.ONE.scaleByPowerOfTen(i).doubleValue();
        }
        return powers;
    }

    /** {@code unscaled} times 10^-{@code scale}. */
    public static double value(long unscaled, int scale) {
        return unscaled / POWERS_OF_TEN[scale];
    }
}
