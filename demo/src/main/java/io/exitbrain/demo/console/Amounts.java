package io.exitbrain.demo.console;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Formats numbers for people. */
final class Amounts {

    private static final int CENTS = 2;

    private Amounts() {}

    /** A price or a quantity with all its digits and with thousands separators. */
    static String exact(BigDecimal amount) {
        BigDecimal shortest = amount.stripTrailingZeros();
        int digits = Math.max(0, shortest.scale());
        return String.format(Locale.ROOT, "%,." + digits + "f", shortest);
    }

    /** A profit or loss in the quote currency, always with its sign. */
    static String money(BigDecimal amount) {
        return String.format(Locale.ROOT, "%+,.2f USDT", amount.setScale(CENTS, RoundingMode.HALF_EVEN));
    }
}
