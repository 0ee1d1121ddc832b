package io.exitbrain.demo.console;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them. */
final class Amounts {

    private static final int CENTS = 2;

    private Amounts() {}

    /** A price or a quantity: every digit it has, thousands apart. */
    static String exact(BigDecimal amount) {
        BigDecimal shortest = amount.stripTrailingZeros();
        int digits = Math.max(0, shortest.scale());
        return String.format(Locale.ROOT, "%,." + digits + "f", shortest);
    }

    /** What was won or lost in the quote currency, always with its sign. */
    static String money(BigDecimal amount) {
        return String.format(Locale.ROOT, "%+,.2f USDT", amount.setScale(CENTS, RoundingMode.HALF_EVEN));
    }
}
