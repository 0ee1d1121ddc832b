package io.exitbrain.domain.value;

import java.math.BigDecimal;

/** Checks for the constructors of records. */
public final class Require {

    private Require() {}

    public static void that(boolean holds, String message, Object... values) {
        if (!holds) {
            throw new IllegalArgumentException(message.formatted(values));
        }
    }

    public static void positive(String name, BigDecimal value) {
        that(value.signum() > 0, "%s must be > 0, was %s", name, value);
    }

    public static void notNegative(String name, BigDecimal value) {
        that(value.signum() >= 0, "%s must be >= 0, was %s", name, value);
    }
}
