package io.exitbrain.domain.quiet;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Positive prices as whole numbers of 10^-scale in a long, exact if they fit. Only the hot path of price filtering uses it. */
final class Scaled {

    /** The price does not fit. */
    static final long NONE = -1;

    /** A number larger than any price that fits; adding 1 to it does not overflow. */
    static final long MAX = Long.MAX_VALUE - 1;

    private static final int DIGITS = 18;
    private static final long[] POWERS_OF_TEN = powersOfTen();

    private Scaled() {}

    /** {@code price} times 10^{@code scale}, or {@link #NONE} if that is not a whole number of at most 18 digits. */
    static long exactly(BigDecimal price, int scale) {
        // A decimal of scale 0 converts to a long without creating a BigInteger.
        return price.precision() > DIGITS
                ? NONE
                : exactly(price.scaleByPowerOfTen(price.scale()).longValue(), price.scale(), scale);
    }

    /** {@code unscaled} times 10^({@code scale} - {@code priceScale}), or {@link #NONE} if that does not fit. */
    static long exactly(long unscaled, int priceScale, int scale) {
        int shift = scale - priceScale;
        boolean fits = shift >= 0 && shift < DIGITS && unscaled < POWERS_OF_TEN[DIGITS - shift];
        return fits ? unscaled * POWERS_OF_TEN[shift] : NONE;
    }

    /** {@code price} times 10^{@code scale}, rounded down; {@link #MAX} if that does not fit. */
    static long down(BigDecimal price, int scale) {
        return rounded(price, scale, RoundingMode.DOWN);
    }

    /** {@code price} times 10^{@code scale}, rounded up; {@link #MAX} if that does not fit. */
    static long up(BigDecimal price, int scale) {
        return rounded(price, scale, RoundingMode.UP);
    }

    private static long rounded(BigDecimal price, int scale, RoundingMode mode) {
        long exact = exactly(price, scale);
        if (exact != NONE) {
            return exact;
        }
        BigDecimal whole = price.setScale(scale, mode).scaleByPowerOfTen(scale);
        return whole.precision() > DIGITS ? MAX : whole.longValue();
    }

    private static long[] powersOfTen() {
        long[] powers = new long[DIGITS + 1];
        long power = 1;
        for (int i = 0; i <= DIGITS; i++) {
            powers[i] = power;
            power *= 10;
        }
        return powers;
    }
}
