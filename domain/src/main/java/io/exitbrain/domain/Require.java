package io.exitbrain.domain;

import java.math.BigDecimal;

/** What records check of themselves. */
final class Require {

    private Require() {}

    static void that(boolean holds, String message, Object... values) {
        if (!holds) {
            throw new IllegalArgumentException(message.formatted(values));
        }
    }

    static void positive(String name, BigDecimal value) {
        that(value.signum() > 0, "%s must be > 0, was %s", name, value);
    }

    static void notNegative(String name, BigDecimal value) {
        that(value.signum() >= 0, "%s must be >= 0, was %s", name, value);
    }
}
